/** Whether a text is, at least in part, Chinese: then it is read out and set as Chinese. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
