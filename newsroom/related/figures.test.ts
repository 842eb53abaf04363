import { describe, expect, it } from 'vitest'
import { doClash, figuresOf } from './figures'

const clash = (one: [headline: string, text: string], other: [headline: string, text: string]) =>
  doClash(figuresOf(...one), figuresOf(...other))

describe('Two reports', () => {
  it.each([
    ['of another sum', ['净流入达30亿元', '今日净流入30亿元。'], ['净流入超40亿元', '今日净流入超40亿元。']],
    ['of another day', ['央行开展逆回购', '12月8日开展操作。'], ['央行开展逆回购', '12月9日开展操作。']],
    ['of another hour', ['净流入扩大', '截至10:40。'], ['净流入扩大', '截至14:10。']],
    ['of a higher alert', ['启动二级响应', '二级响应'], ['启动一级响应', '一级响应']],
    ['of another price, to the last digit', ['现报6.3565', ''], ['现报6.3512', '']],
    ['of auctions whose day stands in brackets', ['中标结果（12-08）', ''], ['中标结果（12-09）', '']],
  ] as const)('%s are two', (_, one, other) => {
    expect(clash([...one], [...other])).toBe(true)
    expect(clash([...other], [...one])).toBe(true)
  })
  it.each([
    ['with the same number in other signs', ['前十个月增长4.1%', '1,200家'], ['前10个月增长４．１％', '1200家']],
    ['of which only one names the number', ['水位超警戒', '水位31.4米'], ['水位31.4米', '水位31.4米，超0.4米']],
    ['of which one rounds it', ['近32000辆', '召回32176辆。'], ['召回32176辆', '召回32176辆。']],
    ['with figures of other kinds', ['罚款420万元', '罚款420万元'], ['历时16天', '历时16天']],
    ['without numbers', ['万科一致同意', ''], ['三亚百年', '']],
  ] as const)('%s may be one', (_, one, other) => {
    expect(clash([...one], [...other])).toBe(false)
  })
})
