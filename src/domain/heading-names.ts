/**
 * Names under which files of other people's making head a standard value, the surest first: 简体
 * (繁體 folds to it, unless the term differs), English, full pinyin. Separated by spaces.
 */
export const headingNames: Readonly<Record<string, string>> = {
  number: '档案编号 档号 archivenumber archiveno danganbianhao danghao',
  name:
    '客户名称 客户姓名 客户名 单位名称 公司名称 企业名称 机构名称 医疗机构名称 经销商名称 名称 姓名 客户 ' +
    'customername companyname fullname customer kehumingcheng kehuxingming danweimingcheng ' +
    'gongsimingcheng qiyemingcheng jigoumingcheng mingcheng xingming kehu',
  type: '客户类型 客户类别 类型 类别 customertype kehuleixing kehuleibie leixing leibie',
  orgCode:
    '机构代码 经销商代码 医疗机构代码 机构编码 经销商编码 机构编号 经销商编号 ' +
    'organisationcode organizationcode institutioncode dealercode ' +
    'jigoudaima jingxiaoshangdaima jigoubianma',
  contact:
    '联系人 联系人姓名 主要联系人 联络人 对接人 contactperson contactname ' +
    'lianxiren lianxirenxingming lianluoren',
  phone:
    '联系电话 电话 联系人电话 手机 手机号 手机号码 电话号码 联系手机 移动电话 行动电话 联络电话 固定电话 ' +
    '座机 联系方式 telephone tel mobile phonenumber mobilephone mobilenumber cellphone contactphone ' +
    'lianxidianhua dianhua shouji shoujihao shoujihaoma dianhuahaoma lianxifangshi',
  email:
    '电子邮箱 邮箱 电子邮件 电邮 电子信箱 邮箱地址 邮件地址 mail emailaddress ' +
    'dianziyouxiang youxiang dianziyoujian',
  address:
    '地址 联系地址 通讯地址 通信地址 联络地址 单位地址 公司地址 详细地址 办公地址 经营地址 住址 家庭住址 ' +
    'mailingaddress dizhi lianxidizhi tongxundizhi xiangxidizhi zhuzhi',
  industry: '行业 所属行业 行业类别 行业分类 产业 sector hangye suoshuhangye hangyeleibie',
  region: '地区 区域 所属地区 所在地区 所属区域 销售区域 大区 area diqu quyu suoshudiqu',
  stage: '业务阶段 客户阶段 阶段 businessstage yewujieduan kehujieduan jieduan',
  secrecy:
    '密级 密等 保密级别 保密等级 机密等级 secrecylevel confidentiality miji mideng baomijibie',
  secrecyUntil:
    '保密至 保密期限 保密期限至 解密日期 declassifyon secrecyterm baomizhi baomiqixian jiemiriqi',
  importance:
    '重要程度 重要性 客户重要程度 重要等级 客户等级 客户级别 customergrade ' +
    'zhongyaochengdu zhongyaoxing kehudengji kehujibie',
  owner:
    '责任人 客户负责人 业务负责人 客户经理 业务员 跟进人 负责人 accountmanager salesperson ' +
    'zerenren kehujingli yewuyuan fuzeren',
  openedOn: '建档日期 建档时间 立档日期 dateopened openingdate jiandangriqi jiandangshijian',
  formedOn: '形成日期 形成时间 成文日期 dateformed xingchengriqi xingchengshijian',
  retentionClass:
    '保存期限类别 保存期限 保管期限 retention retentionperiod baocunqixian baoguanqixian',
  location:
    '存放位置 存放地点 保管位置 档案位置 库位 架位 shelf cunfangweizhi cunfangdidian baoguanweizhi kuwei',
  channel: '信息来源 资讯来源 收集渠道 信息渠道 xinxilaiyuan shoujiqudao',
  idCard:
    '身份证号 身份证号码 身份证 公民身份号码 idnumber idcardnumber idno ' +
    'shenfenzhenghao shenfenzhenghaoma shenfenzheng',
  uscc:
    '统一社会信用代码 社会信用代码 统一信用代码 信用代码 creditcode socialcreditcode ' +
    'unifiedsocialcreditcode tongyishehuixinyongdaima shehuixinyongdaima xinyongdaima',
  remark: '备注 附注 remarks note notes comment comments beizhu',
  contacts: '全部联系人 全部联络人 allcontacts',
  masked: '未导出字段 未汇出栏位 withheldfields',
  year: '档案年份 archiveyear',
  serial: '档案序号 archiveserial',
  status: '档案状态 archivestatus',
  version: '档案版本 archiveversion',
  closedOn: '关闭日期',
  nextReviewOn: '下次审核日期 下次审核',
  retainUntil: '保存至 保管至',
}

/** Keys that the register works out by itself: our own exports have them, an import leaves them be. */
export const derivedKeys: ReadonlySet<string> = new Set([
  'year',
  'serial',
  'status',
  'version',
  'closedOn',
  'nextReviewOn',
  'retainUntil',
])
