/** The languages that have words, each as it calls itself, by their BCP 47 tag. */
export const languages = { 'zh-CN': '中文', en: 'English' }
