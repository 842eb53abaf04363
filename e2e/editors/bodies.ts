/** Bodies of our own with every kind of block, for where no samples are. */
export const ownBodies: { name: string; body: string; format: 'markdown' | 'html' }[] = [
  {
    name: 'Markdown of all kinds',
    format: 'markdown',
    body: [
      '早班船*六时*开出，__风大__时停航，见 `告示`。  \n第二行说的是夜航。',
      '码头的灯\n------',
      '* 成人票\n* 儿童票\n    1. 婴儿不收钱',
      '> 引用的原话，\n> 分成两行说[^甲]。',
      '| 航线 | 班次 |\n|:---|--:|\n| 东线 | 一天三班 |\n| 西线 | 停\\|航 |',
      '```bars\n客流 | 万人\n南码头 | 3\n北码头 | 5\n```',
      '***',
      '<figure><img src="/media/a.jpg" alt="船"><figcaption>夜航的船<span class="credit">顾临 摄</span></figcaption></figure>',
      '<p align=center>居中的一句话&nbsp;在这里</p>\n<P>没有收尾的段落\n<h3>小标题写成标签</h3>',
      '<div>\n\n**夹在中间**的段落\n\n</div>',
      '<aside class="correction"><h3>更正<time>十一月</time></h3><p>班次有误。</p></aside>',
      '<span data-code="600519">贵州茅台</span>的<u>下划线</u>与<sub>下标字</sub>。',
      '[^甲]: 船务公司的说明。',
      '[a]: https://example.org "题目"',
      '',
    ].join('\n\n'),
  },
  {
    name: 'HTML of all kinds',
    format: 'html',
    body:
      '<!-- 头 --><p style="text-align:center;"><img src="/media/a.jpg" border="0" width="578"/></p><!-- 尾 -->' +
      "<p>　　开头缩进的段落，<STRONG>大写标签</STRONG>与<a href=/b title='单引号'>没有引号的链接</a>。</p>" +
      '<p><strong>前半句</strong><strong>后半句</strong><b><i>套在里面</i></b></p>' +
      '<p><span id="s1"><a href="https://example.org" data-code="1,600519">标出的公司</a></span>涨停之后</p>' +
      '<center>中间的说明</center><blockquote class="pull"><p>大字引文</p><footer>说话的人</footer></blockquote>' +
      '<table><caption>船期表</caption><tr><th colspan=2>合并的格</th></tr><tr><td>左边格</td><td><p>右边格</p></td></tr></table>' +
      '<ol start="3"><li>第三条<ul><li>里面一条</li></ul></li></ol><details><summary>展开看</summary>里面的话</details>' +
      '<iframe src="about:blank"></iframe><p>收尾的段落<!-- 话 --></p>\n',
  },
  { name: 'loose text', format: 'html', body: '没有标签的开头<br>第二行的话<b>粗体字</b><p>后面的段落</p>' },
  { name: 'one line', format: 'markdown', body: '只有一行的正文' },
  { name: 'Windows line ends', format: 'markdown', body: '第一段话\r\n\r\n第二段话\r\n' },
  { name: 'nothing', format: 'markdown', body: '' },
  { name: 'white space', format: 'html', body: ' \n ' },
]

/** Copy of our own that must never run. */
export const ownHostile = [
  '<script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1">',
  '<p onclick="window.ran=1" onpointerover="window.ran=1"><svg onload="window.ran=1"></svg>字</p>',
  '<a href="javascript:window.ran=1">链接</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<details open ontoggle="window.ran=1">甲</details>',
  '<form action="https://evil.example"><button autofocus onfocus="window.ran=1">点</button></form>',
  '<style>@import "https://evil.example/a.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.ran=1">',
  '![图](javascript:window.ran=1)',
  '<video src=x onerror="window.ran=1"></video>',
]
