import type { Comparable } from './traits'

/**
 * Articles written for these tests, as a desk would sort them: `twins` are one report twice, `story` is one matter as it goes on, `about` what a
 * reader of one may want besides. Any two that share none of these have nothing to do with each other, however alike they sound.
 */
export type Labelled = Comparable & { twins: string | null; story: string | null; about: string | null }

type Given = {
  /** Hours after the first. */
  hours: number
  headline: string
  text: string
  twins?: string
  story?: string
  about?: string
  tags?: string[]
  securities?: string[]
  wireCode?: string
}

const given: Given[] = [
  // One report from five desks: the same night, the same numbers, each in its own words.
  {
    hours: 0,
    headline: '澜江上游水位超警戒 沿江三区启动二级响应',
    text: '受持续强降雨影响，澜江上游石门站水位14时涨至31.4米，超警戒水位0.4米。市防汛指挥部决定，沿江的柳浦、江北、青桥三区自15时起启动防汛二级应急响应，低洼地带居民今晚前转移。',
    twins: 'flood-alert',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 1,
    headline: '澜江水位超警 三区启动二级应急响应',
    text: '记者从市防汛指挥部获悉，今天14时澜江石门站水位达31.4米，超过警戒线0.4米。柳浦、江北、青桥三区从15时起进入防汛二级应急响应，低洼处的居民要在今晚以前转移。',
    twins: 'flood-alert',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 2,
    headline: '上游来水 澜江超警戒水位0.4米 三区二级响应',
    text: '澜江石门站14时水位31.4米，比警戒水位高0.4米。防汛指挥部要求柳浦区、江北区、青桥区立即按二级应急响应上岗，沿江巡堤每两小时一次，低洼地带居民今晚前转移完毕。',
    twins: 'flood-alert',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 14,
    headline: '澜江水位继续上涨 防汛响应升为一级',
    text: '澜江石门站今晨4时水位涨至32.1米，超警戒水位1.1米。市防汛指挥部把沿江三区的防汛应急响应由二级提升到一级，柳浦区连夜转移居民2600人。',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 40,
    headline: '澜江洪峰过境 石门站水位开始回落',
    text: '澜江今年最大洪峰今天8时通过石门站，水位32.6米，之后开始回落。市防汛指挥部说，沿江三区堤防没有出现险情，防汛应急响应暂不解除。',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 90,
    headline: '澜江防汛响应解除 转移居民陆续回家',
    text: '澜江石门站水位已退到警戒线以下，市防汛指挥部今天12时解除沿江三区的防汛应急响应，转移的2600名居民陆续回家，柳浦区组织消杀。',
    story: 'flood',
    about: 'river',
  },
  {
    hours: 300,
    headline: '澜江流域要建三座水文站',
    text: '市水务局计划两年内在澜江上游新建三座自动水文站，和石门站一起把洪水预报提前到六小时。澜江今年的洪峰暴露出上游监测点不足。',
    about: 'river',
  },
  // A series of the exchange: alike in every sign but the number.
  {
    hours: 5,
    headline: '南下资金净流入达30亿元',
    text: '截至10:40，南下资金今日净流入达30亿元。其中沪市净流入18亿元，深市净流入12亿元。',
    story: 'southbound',
  },
  {
    hours: 5.2,
    headline: '南下资金净流入超40亿元',
    text: '截至10:52，南下资金今日净流入超40亿元。其中沪市净流入23亿元，深市净流入17亿元。',
    story: 'southbound',
  },
  {
    hours: 5.4,
    headline: '南下资金净流入超50亿元',
    text: '截至10:59，南下资金今日净流入超50亿元。其中沪市净流入29亿元，深市净流入21亿元。',
    story: 'southbound',
  },
  {
    hours: 7,
    headline: '南下资金净流入超80亿元',
    text: '截至14:10，南下资金今日净流入超80亿元。其中沪市净流入46亿元，深市净流入34亿元。',
    story: 'southbound',
    twins: 'southbound-80',
  },
  {
    hours: 7.1,
    headline: '南下资金净流入超80亿元。',
    text: '截至14:10，南下资金净流入超80亿元。其中沪市净流入46亿元，深市净流入34亿元。（来源：交易所快讯）',
    story: 'southbound',
    twins: 'southbound-80',
  },
  // The same form each day: only the day differs.
  {
    hours: 8,
    headline: '央行开展100亿元逆回购操作',
    text: '12月8日，央行以利率招标方式开展100亿元7天期逆回购操作，中标利率2.20%。当日有100亿元逆回购到期。',
    story: 'repo',
  },
  {
    hours: 32,
    headline: '央行开展100亿元逆回购操作',
    text: '12月9日，央行以利率招标方式开展100亿元7天期逆回购操作，中标利率2.20%。当日有100亿元逆回购到期。',
    story: 'repo',
  },
  // One company: a matter that goes on, and other matters of the same company.
  {
    hours: 10,
    headline: '砚江重工因涉嫌信披违规被立案',
    text: '砚江重工晚间公告，公司收到监管部门的立案告知书，因涉嫌信息披露违法违规被立案调查。公司称生产经营一切正常，将配合调查。',
    twins: 'heavy-probe',
    story: 'heavy-probe',
    about: 'heavy',
    securities: ['sz.009318'],
  },
  {
    hours: 11,
    headline: '砚江重工：涉嫌信息披露违规 公司被立案调查',
    text: '砚江重工公告，公司收到立案告知书，因涉嫌信息披露违法违规，监管部门决定对公司立案调查。公司表示目前生产经营正常，将积极配合。',
    twins: 'heavy-probe',
    story: 'heavy-probe',
    about: 'heavy',
    securities: ['sz.009318'],
  },
  {
    hours: 34,
    headline: '被立案次日 砚江重工跌停',
    text: '砚江重工今天开盘跌停，报16.20元，封单12万手。公司前一晚公告因涉嫌信息披露违法违规被立案调查。有投资者在互动平台追问信披违规的细节。',
    story: 'heavy-probe',
    about: 'heavy',
    securities: ['sz.009318'],
  },
  {
    hours: 400,
    headline: '砚江重工信披违规案有结果 公司被罚420万元',
    text: '砚江重工公告，公司收到处罚决定书：因信息披露违法违规，监管部门对公司罚款420万元，对时任董事长罚款150万元。立案调查历时十六天。',
    story: 'heavy-probe',
    about: 'heavy',
    securities: ['sz.009318'],
  },
  {
    hours: 200,
    headline: '砚江重工中标海上风机塔筒项目',
    text: '砚江重工公告，公司中标东海二期海上风电塔筒采购，合同金额6.84亿元，占上年营业收入的14%，交货期到明年九月。',
    about: 'heavy',
    securities: ['sz.009318'],
  },
  {
    hours: 210,
    headline: '石塘新材中标海上风机叶片项目',
    text: '石塘新材公告，公司中标北湾一期海上风电叶片采购，合同金额3.12亿元，占上年营业收入的9%，交货期到后年三月。',
    securities: ['sz.309206'],
  },
  // Forms filled in for different companies.
  {
    hours: 15,
    headline: '棠州银行：获准发行不超过60亿元无固定期限资本债券',
    text: '棠州银行公告，公司收到监管部门批复，同意公司发行不超过60亿元人民币的无固定期限资本债券，并计入其他一级资本。',
    twins: 'bank-bond',
    story: 'bank-bond',
    securities: ['sh.601999'],
  },
  {
    hours: 16,
    headline: '棠州银行获批发行60亿元永续债',
    text: '棠州银行日前收到监管部门批复，获准发行不超过60亿元人民币的无固定期限资本债券，所募资金计入其他一级资本。',
    twins: 'bank-bond',
    story: 'bank-bond',
    securities: ['sh.601999'],
  },
  {
    hours: 17,
    headline: '宁州银行：获准发行不超过60亿元无固定期限资本债券',
    text: '宁州银行公告，公司收到监管部门批复，同意公司发行不超过60亿元人民币的无固定期限资本债券，并计入其他一级资本。',
    securities: ['sh.601888'],
  },
  {
    hours: 18,
    headline: '大河证券：上调青禾乳业目标价至57元',
    text: '大河证券发布研报称，维持青禾乳业增持评级，目标价由48元上调至57元，理由是高端奶粉占比提升。',
    securities: ['hk.01579'],
  },
  {
    hours: 19,
    headline: '大河证券：下调云图汽车目标价至23元',
    text: '大河证券发布研报称，下调云图汽车评级至中性，目标价由31元下调至23元，理由是交付量不及预期。',
    securities: ['hk.02015'],
    about: 'cars',
  },
  // A market's noon from two desks, and the same form the day after.
  {
    hours: 6,
    headline: '港股午评：恒指微跌0.1% 苹果概念股走强',
    text: '港股早盘窄幅震荡，截至午间收盘，恒生指数跌0.1%报23996点，科技指数涨0.4%。苹果概念股走强，立景电子涨5%，博彩股下跌。',
    twins: 'noon-8',
    about: 'noon',
  },
  {
    hours: 6.1,
    headline: '港股午评｜恒指微跌 苹果概念股走强立景电子涨5%',
    text: '恒指早间窄幅震荡，午间收盘跌0.1%，报23996点；科技指数涨0.4%。盘面上苹果概念股走强，立景电子涨5%，博彩股普遍下跌。',
    twins: 'noon-8',
    about: 'noon',
  },
  {
    hours: 30,
    headline: '港股午评：恒指涨0.8% 内房股反弹',
    text: '港股早盘高开高走，截至午间收盘，恒生指数涨0.8%报24187点，科技指数涨1.2%。内房股反弹，云山置业涨9%，煤炭股下跌。',
    about: 'noon',
  },
  // The bridge: the desk's own tag names it.
  {
    hours: 20,
    headline: '砚江三桥今晨合龙 过江只要八分钟',
    text: '最后一段186吨的钢梁在清晨6时42分升到江心，砚江三桥全线合龙。大桥明年三月通车，跨江公交同日开行。何其远总工程师说，接下来要做荷载试验。',
    story: 'bridge',
    about: 'crossing',
    tags: ['砚江三桥'],
  },
  {
    hours: 21,
    headline: '造价31.6亿元 超出的钱用在哪里',
    text: '砚江三桥的概算是29.7亿元，合龙时已完成投资31.6亿元。超出的部分有1.1亿元用在江底一处溶洞，勘探时没有发现它，桥墩停工97天。',
    story: 'bridge',
    about: 'crossing',
    tags: ['砚江三桥'],
  },
  {
    hours: 26,
    headline: '大桥荷载试验定在下月 四十八辆沙车上桥',
    text: '砚江三桥的荷载试验定在下月中旬。四十八辆装满沙石的卡车将在桥面停一整夜，何其远总工程师说，这是通车前最要紧的一关。',
    story: 'bridge',
    about: 'crossing',
    tags: ['砚江三桥'],
  },
  {
    hours: 28,
    headline: '三条跨江公交线路走向公布 末班车到23时',
    text: '市公交公司公布三条跨江公交线路，分别从柳浦、桐桥和青桥发车，票价两元，末班车23时。线路将在砚江三桥通车当天开行。',
    about: 'crossing',
  },
  {
    hours: 29,
    headline: '最后一班轮渡 定在大桥通车后第三十天',
    text: '桐桥渡口贴出告示，大桥通车满三十天后轮渡停航，十一名船工转到水上巡护队。船长周水生开了二十六年渡船，他说桥要早来十年就好。',
    about: 'crossing',
  },
  // What the wire sends twice: its digest, and the medium's own.
  {
    hours: 50,
    headline: '老陶轩拍出天价瓶 买家次日反悔',
    text: '一只宋瓷瓶在拍卖会上以980万元落槌，买家次日拒绝付款。拍卖行说，保证金不退。',
    twins: 'auction',
    story: 'auction',
    wireCode: '202612100000000001',
  },
  {
    hours: 51,
    headline: '天价落槌 一场闹剧',
    text: '落槌声刚停，举牌的人就不见了。980万元一只的瓶子，保证金只要十万。拍卖行的人说，这样的事一年有三回。本报记者找到了那位买家，他说自己只是手滑。',
    twins: 'auction',
    story: 'auction',
    wireCode: '202612100000000001',
  },
  // Recalls: alike words, other makers; and one that two desks report.
  {
    hours: 60,
    headline: '云图汽车召回3.2万辆电动车 电池包存在隐患',
    text: '云图汽车即日起召回2025年生产的云图E5电动车32176辆。部分车辆电池包密封不良，雨天可能短路。车主可到服务店免费更换密封件。',
    twins: 'recall',
    story: 'recall',
    about: 'cars',
    securities: ['hk.02015'],
  },
  {
    hours: 62,
    headline: '因电池包隐患 云图汽车召回E5电动车32176辆',
    text: '市场监管部门公布，云图汽车召回2025年生产的E5电动车，共32176辆。原因是电池包密封不良，雨天有短路的可能，服务店将免费更换密封件。',
    twins: 'recall',
    story: 'recall',
    about: 'cars',
    securities: ['hk.02015'],
  },
  {
    hours: 64,
    headline: '长岭汽车召回1.8万辆轿车 制动软管存在隐患',
    text: '长岭汽车即日起召回2024年生产的岭风轿车18020辆。部分车辆制动软管老化，极端情况下制动距离变长。车主可到服务店免费更换软管。',
  },
  {
    hours: 150,
    headline: '云图汽车E5召回完成三成 车主嫌配件到得慢',
    text: '云图汽车召回E5电动车已有两周，完成三成。有车主说，密封件要等二十天；公司回应，电池包密封件产能本周翻倍，雨天请先不要涉水。',
    story: 'recall',
    about: 'cars',
    securities: ['hk.02015'],
  },
  // Words that everybody uses, and nothing in common.
  {
    hours: 70,
    headline: '市图书馆夜间开放到零点',
    text: '棠州市图书馆从下周起每晚开放到零点，二楼阅览室留灯。馆长说，夜里来的多是准备考试的人和刚下班的护士。',
  },
  {
    hours: 71,
    headline: '夜间门诊开到零点 儿科先行',
    text: '市第一医院从下周起把儿科门诊开到零点。院长说，晚上八点以后来的孩子占到全天三成，急诊排队的时间因此缩短一半。',
  },
  {
    hours: 72,
    headline: '棠州前十个月财政收入增长4.1%',
    text: '市财政局公布，今年前十个月全市一般公共预算收入218.6亿元，同比增长4.1%，其中税收收入占七成六。',
    twins: 'fiscal',
    story: 'fiscal',
  },
  {
    hours: 74,
    headline: '棠州市前10个月财政收入218.6亿元 同比增长4.1%',
    text: '记者从市财政局获悉，今年1月到10月，棠州市一般公共预算收入218.6亿元，同比增长4.1%，税收占比76%。',
    twins: 'fiscal',
    story: 'fiscal',
  },
  {
    hours: 76,
    headline: '棠州前十个月外贸进出口增长9.3%',
    text: '海关公布，今年前十个月全市进出口总值412.3亿元，同比增长9.3%，其中对东盟出口增长两成，陶瓷占出口的四成。',
  },
  {
    hours: 80,
    headline: '寒潮蓝色预警 棠州周末降温十度',
    text: '市气象台今天发布寒潮蓝色预警：受北方冷空气影响，周末棠州气温下降十度，最低零下二度，农田注意防冻。',
    twins: 'cold',
    story: 'cold',
  },
  {
    hours: 81,
    headline: '市气象台发布寒潮蓝色预警 周末降温10℃',
    text: '受北方冷空气影响，棠州周末将迎来寒潮，气温下降十度左右，最低零下二度。市气象台今天发布蓝色预警，提醒农田防冻。',
    twins: 'cold',
    story: 'cold',
  },
  {
    hours: 104,
    headline: '寒潮预警升级为黄色 棠州提前供暖',
    text: '市气象台今天把寒潮预警由蓝色升级为黄色，周日最低气温零下五度。供热公司说，棠州主城区比原定提前两天供暖。',
    story: 'cold',
  },
  {
    hours: 500,
    headline: '大雾黄色预警 机场高速封闭两小时',
    text: '市气象台今晨发布大雾黄色预警，能见度不足二百米。机场高速封闭两小时，九个航班延误，轮渡停航到九点。',
  },
]

const first = new Date('2026-12-08T00:00:00Z').getTime()

export const labelled: Labelled[] = given.map((one, at) => ({
  id: at + 1,
  publishedAt: new Date(first + one.hours * 3_600_000),
  wireCode: one.wireCode ?? null,
  headline: one.headline,
  standfirst: null,
  text: one.text,
  tags: [...(one.tags ?? []), '新闻'],
  securities: one.securities ?? [],
  twins: one.twins ?? null,
  story: one.story ?? null,
  about: one.about ?? null,
}))
