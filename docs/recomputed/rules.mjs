// What each clause pays, written from the collected figures by hand: one function an item. `how` is the arithmetic in words.
import { fen, least, percent } from './money.mjs';

const wan = (n) => fen(`${n}万元`);
const exactly = (amount, how) => ({ verdict: 'eligible', low: amount, high: amount, how });
const upTo = (high, how) => ({ verdict: 'eligible', low: 0n, high, how });
const open = (high, how) => ({ verdict: 'undetermined', low: 0n, high, how });
const refused = (how) => ({ verdict: 'ineligible', low: 0n, high: 0n, how });

/** Points of interest for the term of the loan, two years at most. */
const interest = (principal, pointsAYear, months) => percent(principal, (pointsAYear * Math.min(months, 24)) / 12);

const isDoctor = (p) => p.学历学位 === '博士' || p.职称技能 === '正高';
const isMaster = (p) => p.学历学位 === '硕士' || ['副高', '高级技师'].includes(p.职称技能);
const isBachelor = (p) => p.学历学位 === '本科' || p.职称技能 === '技师';
const inCity = (place) => /^南通市(崇川区|通州区|海门区)/.test(place);
const monthly = (amount, months, used) => {
  const left = BigInt(Math.max(months - used, 0));
  return exactly(fen(amount) * left, `${amount} × ${left} months`);
};

const majorProject = (project) => {
  const { 总投资: total, 固定资产投资: fixed, 设备投资: equipment } = project;
  const share = { 新能源: 25, 其他战略性新兴产业: 20 }[project.产业类别] ?? 15;
  const pays = least(percent(fen(project.新设备购置额), share), fen('1亿元'));
  const how = `${project.新设备购置额} × ${share} %, at most 1 亿`;
  if (total === undefined) return open(pays, `${how}; total investment not given`);
  const ok = fen(total) >= fen('5亿元') && fen(fixed) * 100n >= fen(total) * 80n && fen(equipment) * 2n >= fen(fixed);
  return ok ? exactly(pays, how) : refused('total under 5 亿, fixed under 80 % or equipment under 50 %');
};

const retrofit = (project, level) => {
  const spent = fen(project.新设备购置额);
  if (project.开工日期 >= '2024-01-01')
    return level === '小巨人' && spent >= wan(500)
      ? exactly(least(percent(spent, 10), wan(1000)), '10 %, at most 1000 万')
      : refused('under 500 万');
  // 2023: 10 % (15 % for new energy); what "eligible" meant and the cap were not read, so this is a possibility only.
  const share = project.产业类别 === '新能源' ? 15 : 10;
  return open(percent(spent, share), `${project.新设备购置额} × ${share} % of 2023, conditions not published`);
};

const suke = (given) => {
  const sales = fen(given.销售收入[2019]);
  const revenue = fen(given.营业收入[2019]);
  const most = revenue >= wan(5000) ? wan(2000) : given.已获苏科贷 === '否' ? wan(300) : wan(500);
  if (given.研发费用 === undefined || given.研发人员 === undefined)
    return open(most, `a loan of at most ${most / 1_000_000n} 万; research spending not given`);
  const ok =
    (sales <= fen('4亿元') || given.从业人员[2019] <= 1000) &&
    given.主要产品自主知识产权 === '是' &&
    fen(given.研发费用[2019]) * 100n >= sales * 3n &&
    given.研发人员[2019] * 10 >= given.从业人员[2019];
  return ok ? upTo(most, `a loan of at most ${most / 1_000_000n} 万`) : refused('entry conditions');
};

const titled = (given, name, amount) =>
  given.称号.some((each) => each.名称 === name && each.方式 === '新认定')
    ? exactly(wan(amount), `newly recognised: ${amount} 万`)
    : refused('not newly recognised');

const bidder = (given) => ['小型', '微型'].includes(given.企业规模);
const between = (bid, low, high) => ({
  verdict: 'eligible',
  low: percent(fen(bid.投标报价), low),
  high: percent(fen(bid.投标报价), high),
  how: `${bid.投标报价} × ${low} % to ${high} %`,
});

const chongchuan = (person) => {
  const spouse = { 学历学位: person.配偶学历学位, 职称技能: person.配偶职称技能 };
  const amount = isDoctor(person) ? 20 : 5;
  if (isDoctor(person) === isDoctor(spouse) && (isDoctor(spouse) || isMaster(spouse)))
    return exactly(percent(wan(amount), 120), `both of one band: ${amount} 万 × 1.2`);
  if (isDoctor(spouse) || isMaster(spouse)) return exactly(percent(wan(20), 110), 'one high, one low: 20 万 × 1.1');
  return exactly(wan(amount), `${amount} 万`);
};

/** By item; `given` is what the case gives, `on` the day. */
export const rules = {
  'nantong/ic-tapeout': ({ 项目: p }) =>
    p.实际费用 === undefined
      ? upTo(wan(200), 'at most 200 万')
      : upTo(least(percent(fen(p.实际费用), 30), wan(200)), `at most 30 % of ${p.实际费用} and 200 万`),
  'nantong/subsidy-zjtx-new-project': ({ 项目: p }) =>
    p.开工日期 < '2024-01-01'
      ? open(null, 'begun before 2024: conditions and rate not published')
      : exactly(least(percent(fen(p.新设备购置额), 20), wan(4000)), `${p.新设备购置额} × 20 %, at most 4000 万`),
  'nantong/haian-2026-2': ({ 人员: p }) =>
    p.海安英才入选 === undefined
      ? open(wan(600), 'team at most 600 万, person at most 500 万; which is not given')
      : upTo(p.海安英才入选 === '团队' ? wan(600) : wan(500), 'at most 600 万 for a team, 500 万 for a person'),
  'nantong/loan-interest-mfg': ({ 贷款: l }) => {
    // Two points of the loan's yearly rate: that share of the interest paid, at most 1000 万 a year.
    const rate = Number(l.年利率.replace('%', ''));
    return exactly(least(percent(fen(l.计息期利息), 200 / rate), wan(1000)), `${l.计息期利息} × 2 / ${rate}`);
  },
  'nantong/subsidy-smart-retrofit': (given) => retrofit(given.项目, given.培育层级),
  'nantong/subsidy-major-project': ({ 项目: p }) => majorProject(p),
  'national/loan-equip-2024': ({ 贷款: l }) => {
    if (l.期限 === undefined) return upTo(null, 'one point a year; the term is not given');
    const pays = interest(fen(l.本金), 1, l.期限);
    const how = `${l.本金} × 1 % × ${Math.min(l.期限, 24)} / 12`;
    return l.合同日期 < '2024-03-07'
      ? open(pays, `${how}; earlier contracts on unpublished terms`)
      : exactly(pays, how);
  },
  'national/loan-equip-2026': ({ 贷款: l }) =>
    exactly(interest(fen(l.本金), 1.5, l.期限), `${l.本金} × 1.5 % × ${l.期限} / 12`),
  'national/loan-sme-1.5': (given) => {
    const { 本金, 期限 } = given.贷款;
    const pays = least(interest(least(fen(本金), wan(5000)), 1.5, 期限), wan(150));
    const how = `${本金} × 1.5 % × ${Math.min(期限, 24)} / 12`;
    return given.列入贴息重点产业链 === '是' ? exactly(pays, how) : open(pays, `${how}; chain not given`);
  },
  'nantong/rd-jiebang-2023': () => upTo(wan(500), 'at most 500 万'),
  'national/tax-six-50': () => open(null, 'the clause is only recalled: it decides nothing and bounds nothing'),
  'nantong/talent-three-plus-two': ({ 人员: p }) =>
    monthly(isDoctor(p) ? '3000元' : isMaster(p) ? '2000元' : '1000元', 24, p.延长期已享月数),
  'nantong/haimen-living': ({ 人员: p }) =>
    monthly(isDoctor(p) ? '6000元' : isMaster(p) ? '3000元' : isBachelor(p) ? '1000元' : '500元', 36, p.已享津贴月数),
  'nantong/loan-suke': suke,
  'national/tax-rd-100': (given) => {
    const spent = given.研发费用[2025];
    const rate = Number(given.适用税率.replace('%', ''));
    return exactly(percent(fen(spent), rate), `${spent} deducted once more × ${rate} %`);
  },
  'national/tax-hnte-15': (given) =>
    exactly(percent(fen(given.应纳税所得额[2025]), 10), `${given.应纳税所得额[2025]} × (25 % − 15 %)`),
  'nantong/award-provincial-zjtx': (given) => titled(given, '专精特新中小企业', 20),
  'nantong/award-little-giant': (given) => titled(given, '小巨人', 50),
  'nantong/procure-sme': (given) => (bidder(given) ? between(given.投标, 10, 20) : refused('not a small firm')),
  'national/gp-discount-goods': (given, on) => {
    if (!bidder(given)) return refused('not a small firm');
    return on < '2022-07-01' ? between(given.投标, 6, 10) : between(given.投标, 10, 20);
  },
  'national/gp-discount-works': (given) => {
    const share = Number(given.投标.评审扣除比例.replace('%', ''));
    return between(given.投标, share, share);
  },
  'nantong/talent-housing-voucher': ({ 人员: p }) =>
    isDoctor(p) ? exactly(wan(30), '30 万') : isMaster(p) ? exactly(wan(15), '15 万') : exactly(wan(10), '10 万'),
  'nantong/rd-match-keyrd-2021': (given) => {
    const { 上级级别, 上级资助额 } = given.项目;
    const cap = 上级级别 === '省级项目' ? 200 : 500;
    return given.市科创型企业培育库在库 === '是'
      ? exactly(least(percent(fen(上级资助额), 50), wan(cap)), `${上级资助额} × 0.5, at most ${cap} 万`)
      : refused('not in the pool');
  },
  'nantong/talent-living-allowance': (given) => {
    const { 人员: p } = given;
    const ok = inCity(given.注册地) && p.劳动合同年限 >= 3 && p.市区参保月数 >= 6;
    const used = p.已享津贴月数 + (p.首次来通日期 >= '2021-01-01' ? p.县市参保月数 : 0);
    return ok ? monthly(isDoctor(p) ? '3000元' : '2000元', 36, used) : refused('contract or insurance too short');
  },
  'nantong/rd-consortium-2021': () => upTo(wan(100), 'at most 100 万 by the yearly appraisal'),
  'nantong/chongchuan-home': ({ 人员: p }) => chongchuan(p),
};
