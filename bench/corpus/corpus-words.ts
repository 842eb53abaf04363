/** The words of the invented wire: common nouns, verbs and places, and securities that no market lists. */

const placeList = `成都 chengdu 杭州 hangzhou 武汉 wuhan 南京 nanjing 青岛 qingdao 长沙 changsha 福州 fuzhou 厦门 xiamen 大连 dalian 昆明 kunming
 兰州 lanzhou 贵阳 guiyang 太原 taiyuan 徐州 xuzhou 洛阳 luoyang 珠海 zhuhai 温州 wenzhou 绵阳 mianyang 泉州 quanzhou 宜昌 yichang
 桂林 guilin 银川 yinchuan 扬州 yangzhou 烟台 yantai 海口 haikou`
const endingList =
  '日报 ribao 晚报 wanbao 晨报 chenbao 商报 shangbao 财经 caijing 观察 guancha 在线 zaixian 新闻网 xinwenwang'

type Named = { name: string; slug: string }

/** A medium of the wire: the category its stories stand in. */
export type Medium = Named

/** Two hundred media, the busiest first. */
export const media: readonly Medium[] = pairs(endingList).flatMap((ending) =>
  pairs(placeList).map((place) => ({ name: place.name + ending.name, slug: place.slug + ending.slug })),
)

export const places = pairs(placeList).map(({ name }) => name)

export const trades =
  words(`新能源 半导体 人工智能 装备制造 生物医药 数字经济 航运 港口 物流 文旅 光伏 储能 锂电池 稀土 钢铁 水泥 化工 房地产 保险 银行 证券 期货
 家电 白酒 乳制品 种业 生猪养殖 化肥 电网 充电桩 机器人 云计算 集成电路 新材料 商业航天 低空经济 冷链 预制菜 跨境电商 绿色金融 普惠金融 医疗器械 养老服务
 轨道交通 污水处理 碳交易 工业软件 数控机床 碳纤维 氢能`)

export const nouns =
  words(`市场 企业 项目 资金 政策 行业 产业 产品 技术 人才 平台 机制 改革 创新 投资 消费 出口 贸易 价格 成本 利润 营收 风险 监管 资本 股东 客户 投资者
 园区 基地 工厂 生产线 供应链 产业链 质量 效益 效率 能力 规模 结构 布局 战略 规划 方案 目标 措施 标准 指标 数据 报告 会议 论坛 展会 协议 合同 订单 产能 产量 销量 库存
 需求 供给 增速 份额 指数 利率 汇率 税收 预算 补贴 贷款 融资 债券 估值 业绩 年报 预期 信心 压力 挑战 机遇 趋势 动能 品牌 渠道 门店 仓储 道路 桥梁 铁路 机场 码头 水库
 管网 社区 乡镇 农户 粮食 蔬菜 水果 就业 创业 社保 医保 住房 教育 医疗 文化 体育 应急 防汛 营商环境 国有企业 民营企业 中小企业 科研院所 实验室 专利 成果 示范区 自贸区
 开发区 口岸 通关 居民 游客 学生 专家 分析师 负责人 基础设施 公共服务 老旧小区 保障房 土地 公积金 存款 理财 净利润 毛利率 现金流 负债率 研发投入 固定资产投资 货币政策
 财政政策 高质量发展 数字化转型 乡村振兴 对外开放`)

export const verbs =
  words(`推进 加快 加强 深化 完善 优化 提升 扩大 保障 落实 开展 部署 研究 出台 发布 启动 建成 引进 培育 打造 构建 形成 实现 突破 化解 防范 支持 引导 服务 带动
 吸引 整合 统筹 拓展 布局 安排 拨付 减免 降低 稳定 治理 监督 推广 试点 总结 调研 强调 指出 预计 显示 反映 增长 回升 回落 超过 采购 销售 生产 运营 改造 更新 回收 扩建
 收购 转让 发行 披露 回应 审议 通过 交流 执行 影响 缓解 改善 恢复 调整 规范 释放 积累`)

export const qualities =
  words(`重要 重大 关键 核心 显著 积极 有效 稳步 持续 深入 全面 精准 高效 绿色 低碳 智能 安全 可靠 健康 协调 开放 先进 优质 高端 现代 传统 特色 长期 国际 全市
 城乡 公共 专业 综合 标准化 市场化 便利化 平稳 强劲 活跃 充足`)

export const openings =
  words(`同时， 此外， 据了解， 与此同时， 目前， 近日， 今年以来， 下一步， 值得注意的是， 业内人士认为， 数据显示， 对此， 为此， 因此， 总体来看，
 截至目前， 在此背景下， 受此影响， 会议指出， 具体来看，`)

export const measures = words('亿元 万吨 万元 家 个百分点 万户 公里 台 项 万千瓦')

/** Listed companies that do not exist, as the wire marks them in its text. */
export const securities = pairs(
  '星河港务 600991 东湖能源 600992 云岭材料 600993 海棠智能 300991 松江数控 300992 白鹭银行 000991',
).map(({ name, slug }) => ({ name, code: slug }))

/** Reporters who have signed a report. */
export const authors = words(
  `陈砚 林岚 周予 顾青禾 沈知远 程墨 何以安 苏映雪 江照 陆子昂 韩澈 许闻笙 温言 梁溪 宋眠 叶观澜 方既白 秦朗 白若溪`,
)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function pairs(text: string): Named[] {
  return words(text).flatMap((name, index, all) => (index % 2 === 0 ? [{ name, slug: all[index + 1] ?? name }] : []))
}
