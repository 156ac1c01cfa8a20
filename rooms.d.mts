export declare const rooms: { readonly [room: string]: readonly string[] };
export declare const pure: readonly string[];
export declare const pureLibraries: readonly string[];
