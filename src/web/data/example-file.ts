// What an enterprise file looks like, for who starts from nothing. Invented.

export const example = `name: 我的企业
facts:
  注册日期: 2015-03-01
  注册地: 南通市崇川区
  培育层级: 专精特新中小企业
  营业收入: { 2022: 5200万元, 2023: 6000万元 }
  研发费用: { 2022: 210万元, 2023: 260万元 }
  从业人员: { 2023: 120 }
projects: []
`;
