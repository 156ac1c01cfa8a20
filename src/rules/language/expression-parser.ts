// Generated from expression.grammar by scripts/grammar.mjs: change the grammar, then run that script.
import { LRParser } from '@lezer/lr';
import { words } from './tokenizer.ts';
export const parser = LRParser.deserialize({
  version: 14,
  states:
    "(dQVQROOOVQRO'#DPQ!WQROOOVQRO'#DSO#OQRO'#DZO#TQRO'#D[O$dQRO'#DgOVQRO'#D^O$kQRO'#DgOOQQ'#Dg'#DgOOQQ'#De'#DeO$rQRO,59kOVQRO,59lOVQRO,59mOVQRO,59oO$yQRO,59pO%XQRO,59rOVQRO,59sOVQRO,59tO&OQRO,59nOOQQ,59u,59uO&rQRO,59vO&yQRO,59xOOQQ,59y,59yOVQRO1G/VO'QQRO1G/WO'tQRO1G/XO(hQRO1G/ZOOQQ'#Df'#DfO%XQRO'#DVOOQQ1G/[1G/[OOQQ1G/^1G/^O)rQRO1G/_OOQQ1G/`1G/`O*|QRO'#DhOOQQ'#Dh'#DhOOQQ1G/b1G/bO+ZQRO1G/bOOQQ1G/d1G/dO+cQRO7+$qO+jQRO,59qOVQRO,59wOVQRO'#DaO+uQRO7+$|OOQQ7+$|7+$|OVQRO<<H]O%XQRO'#D`O+}QRO1G/]OOQQ1G/]1G/]O,YQRO1G/cOOQQ,59{,59{OOQQ-E7_-E7_OOQQ<<Hh<<HhO,dQROAN=wOOQQ,59z,59zOOQQ-E7^-E7^OOQQ7+$w7+$w",
  stateData:
    ',z~O!WOS~OPWOQXORXOSXOTXOUXOVXOWUOXTO[SO`ROePOhVOlTOqXO~OY^OZaO[aO]bO^]O_[Oa_Ob_Oc`Om^On]Oo[O~OPdO~OheO~OY!ZXZ!ZX[!ZX]!ZX^!ZX_!ZXa!ZXb!ZXc!ZXm!ZXn!ZXo!ZX!U!ZXf!ZXi!ZXd!ZXj!ZXg!ZX~OheO~P#YOpgO~P#YOfhO~P!WORlOVlOWlOhmO~ORlOVlOWlO~OY^OZaO[aO]bOa_Ob_Oc`Om^O~O^va_vanvaova!Uvafvaivadvajvagva~P%dOitO~PVOivO~P!WO^]On]O_tioti!Utiftiitidtijtigti~P%dO^ui_uinuioui!Uuifuiiuiduijuigui~P%dOZaO[aO]bOYwi^wi_wiawibwicwimwinwiowi!Uwifwiiwidwijwigwi~O]bOY{iZ{i[{i^{i_{ia{ib{ic{im{in{io{i!U{if{ii{id{ij{ig{i~OdyOi![Xj![X~P!WOi|OjzO~Og}O~P!WOi!QOj!OOk!OO~Oi!UOjzO~Oi!YOj!OOk!OO~Oi!Pij!Pi~P!WO!Us!Rfs!Ris!Rds!Rjs!Rgs!R~P!WO',
  goto: '$o!]PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP!^!^!^!^!^!^!n!^!^!^!q!q#R!q!q#V#]PPP#c$]!^$imYOPRV[]^abehyz}Rn_mXOPRV[]^abehyz}TsezQ!PxR!X!PQ{uR!T{QQOQZPQcRQfVQi[Qj]Qk^QpaQqbSrezQwhQ!RyR!V}Qn_Qo`QxmR!W!OQueR!Sz',
  nodeNames:
    '⚠ Numeral Day Text Truth None FilingDate Name Unknown FunctionWord Compare Plus Minus Times And Or Not In NotIn Contains When If Then Else Open Close Comma Pause HintCall HintCompare HintAnd HintOr HintSuffix Bad Whole Conditional Disjunction Conjunction Negation Comparison Membership Members Containment Sum Product Negative Call Filtered Parenthesised Suffixed',
  maxTerm: 58,
  skippedNodes: [0],
  repeatNodeCount: 2,
  tokenData: '!Y~RWXYkYZk]^kpqk$f$gk$IS$I`k&FU&FVk?HT?HUk~pW!W~XYkYZk]^kpqk$f$gk$IS$I`k&FU&FVk?HT?HUk',
  tokenizers: [0, words],
  topRules: { Whole: [0, 34] },
  tokenPrec: 0,
});
