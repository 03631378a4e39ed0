"""What may be typed (命令语法): every command, its options, its help and an example."""

from __future__ import annotations

import argparse
from pathlib import Path

from kaocheng import __version__
from kaocheng.cli.arguments import anchor, codes, cores, positive
from kaocheng.cli.chinese import Parser
from kaocheng.cli.measuregrammar import measures

FORMATS = ("text", "json", "sarif", "html", "xlsx", "md")
_EXIT_CODES = "退出码：0 没有错误；1 有错误级问题；2 有文件无法读取，或命令无法执行。"


def grammar() -> Parser:
    """The parser of the whole command line; `command` in its result names what to run."""
    parser = Parser(
        prog="kaocheng",
        description="考成：读懂并核对政务服务机构公开的决算、预算与绩效文件。",
        epilog=f"例：\n  kaocheng check 决算公开.pdf\n  kaocheng explain TXT001\n\n{_EXIT_CODES}",
    )
    parser.add_argument(
        "--version", action="version", version=f"考成 {__version__}", help="显示版本号"
    )
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    _check(commands)
    _explain(commands)
    _rules(commands)
    _new_year(commands)
    _check_year(commands)
    _import(commands)
    _publish(commands)
    _trace(commands)
    _verify(commands)
    _forecast(commands)
    _spot_check(commands)
    _chain(commands)
    _items(commands)
    _audit(commands)
    _archive(commands)
    _rekey(commands)
    _sweep(commands)
    measures(commands)
    _serve(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives this type no public name


def _add(commands: _Commands[Parser], name: str, summary: str, example: str) -> Parser:
    return commands.add_parser(name, help=summary, description=summary, epilog=f"例：\n{example}")


def _check(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "check",
        "核对文件、文件夹或清单，列出问题、位置和理由。",
        "  kaocheng check 决算公开.pdf\n"
        "  kaocheng check 公开文件夹 --format html --out 报告.html\n"
        "  kaocheng check @清单.txt --format json --out 问题.jsonl\n\n"
        f"{_EXIT_CODES}",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="路径", help="文件、文件夹，或 @清单（每行一个）"
    )
    _what_to_say(parser)
    _what_to_judge(parser)
    _how_to_work(parser)


def _what_to_say(parser: Parser) -> None:
    group = parser.add_argument_group("输出")
    group.add_argument("--format", choices=FORMATS, default="text", help="输出格式，默认 text")
    group.add_argument("--out", type=Path, metavar="文件", help="写入这个文件，不写到屏幕")
    group.add_argument("--no-progress", action="store_true", help="不显示进度条")


def _what_to_judge(parser: Parser) -> None:
    group = parser.add_argument_group("核对范围")
    group.add_argument("--select", type=codes, default=(), metavar="编号", help=_SELECT)
    group.add_argument("--ignore", type=codes, default=(), metavar="编号", help="不用这些规则")
    group.add_argument("--edition", metavar="版式", help="指定版式（如 yunnan_2020），不自动识别")
    group.add_argument("--suppress", type=Path, metavar="文件", help="抑制清单（TOML，须写理由）")
    group.add_argument("--baseline", type=Path, metavar="文件", help="基线文件，已记下的问题不再报")
    group.add_argument("--write-baseline", type=Path, metavar="文件", help="把本次问题记成基线")


_SELECT = "只用这些规则；编号或其开头，逗号分隔，如 TXT,ACC001"


def _how_to_work(parser: Parser) -> None:
    group = parser.add_argument_group("运行")
    group.add_argument(
        "--trust-content",
        action="store_true",
        help="后缀与内容不符的文件按内容读取；不加则报为无法读取",
    )
    group.add_argument(
        "--jobs",
        type=positive,
        default=cores(),
        metavar="数",
        help="同时核对几份，默认为处理器数",
    )
    group.add_argument(
        "--time-limit", type=positive, default=10, metavar="秒", help="一份文件最多用时，默认 10"
    )


def _explain(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands, "explain", "说明一条规则：查什么、为什么、怎么改。", "  kaocheng explain TXT001"
    )
    parser.add_argument("code", metavar="编号", help="规则编号，如 TXT001")


def _rules(commands: _Commands[Parser]) -> None:
    parser = _add(commands, "rules", "列出全部规则。", "  kaocheng rules --format md")
    parser.add_argument(
        "--format", choices=("text", "json", "md"), default="text", help="输出格式，默认 text"
    )


def _publish(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "publish",
        "由一年的账编出整套公开文件（docx、xlsx、pdf、html），连同数字台账和证据。",
        "  kaocheng publish 2023年 --out 公开文件\n\n"
        "退出码：0 已公布；1 编出的文稿核对有错误，2 账上有问题或还没有补齐：都什么也不写出。",
    )
    parser.add_argument("year", type=Path, metavar="年度文件夹", help="一年的账所在的文件夹")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="文件夹",
        required=True,
        help="写到这个文件夹（要么全有，要么全无）",
    )
    parser.add_argument("--replace", action="store_true", help="文件夹里是旧的公开文件时，换成新的")
    parser.add_argument("--no-progress", action="store_true", help="不显示进度")


def _trace(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "trace",
        "说明公开文件里的一个数字从哪里来：公式、数字，直到每笔记录。",
        "  kaocheng trace 公开文件 kc000012\n  kaocheng trace 公开文件 “1179.47万元”",
    )
    parser.add_argument(
        "package", type=Path, metavar="公开文件夹", help="kaocheng publish 写出的文件夹"
    )
    parser.add_argument(
        "figure", metavar="数字", help="数字的编号（如 kc000012）、印出的文字或名称"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )
    parser.add_argument("--all", action="store_true", help="记录再多也全部列出")


def _verify(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "verify",
        "不用账，只凭公开文件夹：重算每个数字，并找出公布以后被改动的字。",
        "  kaocheng verify 公开文件\n\n退出码：0 全部相符；1 有不符；2 文件夹读不出来。",
    )
    parser.add_argument(
        "package", type=Path, metavar="公开文件夹", help="kaocheng publish 写出的文件夹"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _forecast(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "forecast",
        "按6、9、11月的运行监控预测全年绩效得分，列出有风险和难以完成的指标。",
        "  kaocheng forecast 2023年\n  kaocheng forecast 2023年 --month 9\n\n"
        "退出码：0 都正常；1 有须关注的指标；2 账上有问题，或没有绩效登记表。",
    )
    parser.add_argument("year", type=Path, metavar="年度文件夹", help="一年的账所在的文件夹")
    parser.add_argument(
        "--month",
        type=int,
        choices=range(1, 13),
        action="append",
        metavar="月",
        help="按这个月底的监控预测，可写几次；默认为已有监控的 6、9、11 月",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _spot_check(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "spot-check",
        "抽查得分与自评得分的差异、“自评准确”因此扣几分得几分，以及整改和反馈。",
        "  kaocheng spot-check 2023年\n\n"
        "退出码：0 没有扣分；1 有扣分；2 账上有问题，或没有绩效登记表。",
    )
    parser.add_argument("year", type=Path, metavar="年度文件夹", help="一年的账所在的文件夹")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _chain(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "chain",
        "结转结余的年度衔接：年初＋收入－支付＝年末，上年年末是不是本年年初。",
        "  kaocheng chain 2023年\n  kaocheng chain 2022年 2023年 2024年\n\n"
        "退出码：0 都衔接；1 有衔接不上的；2 账上有问题，或中间缺了年度。",
    )
    parser.add_argument(
        "years", nargs="+", type=Path, metavar="年度文件夹", help="一年或连续几年的账，次序不拘"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _items(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "items",
        "政务服务事项：写出导入模板，或在导入网上大厅之前核对填好的表格。",
        "  kaocheng items template 事项模板.xlsx\n  kaocheng items check 事项.xlsx\n"
        "  kaocheng items check 事项.csv 申请材料.csv 办理环节.csv\n\n"
        f"{_EXIT_CODES}",
    )
    parser.add_argument(
        "what", choices=("template", "check"), metavar="事", help="template 写模板，check 核对"
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="文件", help="模板写到哪里，或核对哪些"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _audit(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "audit",
        "核验网上大厅的审计记录：找出被改、被删、被换的事件；或者封存新的事件。",
        "  kaocheng audit verify\n  kaocheng audit verify --store 数据文件夹 --anchor 12:3f9a\n"
        "  kaocheng audit seal\n\n"
        "退出码：0 全部相符（或已封存）；1 有改动；2 数据读不出来。",
    )
    parser.add_argument(
        "what", choices=("verify", "seal"), metavar="事", help="verify 核验，seal 封存"
    )
    parser.add_argument("--store", type=Path, metavar="文件夹", help="数据文件夹，默认同网上大厅")
    parser.add_argument("--county", default="", metavar="代码", help="只看这个行政区划，默认全部")
    parser.add_argument(
        "--anchor",
        type=anchor,
        action="append",
        default=[],
        metavar="号:摘要",
        help="抄存在外的封存号和摘要（可以只写开头几位），逐个核对",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )
    parser.add_argument("--no-progress", action="store_true", help="不显示进度")


def _serve(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "serve",
        "开启政务服务网站；数据文件夹是空的时候，自动准备好一切。",
        "  kaocheng serve\n  kaocheng serve --host 0.0.0.0 --port 8080 --store 数据\n"
        "  kaocheng serve --rescue admin\n\n退出码：0 正常停止；2 端口被占用，或者不能启动。",
    )
    parser.add_argument("--port", type=positive, default=8000, metavar="端口", help="默认 8000")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="地址", help="默认只供本机；0.0.0.0 供全网"
    )
    parser.add_argument(
        "--store", type=Path, metavar="文件夹", help="数据放在这里，默认 kaocheng-store"
    )
    parser.add_argument(
        "--workers", type=positive, default=0, metavar="数", help="进程数；SQLite 只用 1 个"
    )
    parser.add_argument("--certificate", type=Path, metavar="文件", help="HTTPS 证书（PEM）")
    parser.add_argument("--key", type=Path, metavar="文件", help="HTTPS 证书的私钥（PKCS#8）")
    parser.add_argument(
        "--rescue", default="", metavar="登录名", help="给这名系统管理员重发密码，解除双重验证"
    )
    parser.add_argument("--demo", action="store_true", help="放入示范大厅，供试用和演示")


def _archive(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "archive",
        "校验办件档案：文件包里有没有被改、被删、被加的文件和事件，在哪里。",
        "  kaocheng archive 档案.zip\n  kaocheng archive 档案.zip --sha256 3f9a… --index-sha256 77c0…\n\n"
        "退出码：0 相符；1 有改动；2 文件读不出来。",
    )
    parser.add_argument(
        "packages", nargs="+", type=Path, metavar="文件包", help="归档文件包（.zip）"
    )
    parser.add_argument("--sha256", default="", metavar="摘要", help="归档时登记的文件包摘要")
    parser.add_argument("--index-sha256", default="", metavar="摘要", help="归档时登记的目录摘要")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _rekey(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "rekey",
        "更换个人信息的密钥：把用旧密钥加密的改用当前密钥（新密钥写在最前，旧密钥先留着）。",
        "  kaocheng rekey\n\n退出码：0 已全部改用当前密钥；2 数据读不出来，或缺少旧密钥。",
    )
    parser.add_argument("--store", type=Path, metavar="文件夹", help="数据文件夹，默认同网上大厅")


def _sweep(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "sweep",
        "清理无主文件：列出上传后过了保留期限、没有用于任何事的文件；加 --delete 才删除。",
        "  kaocheng sweep\n  kaocheng sweep --delete\n\n"
        "退出码：0 没有可清理的，或已删除；1 有可以清理的；2 数据读不出来。",
    )
    parser.add_argument("--store", type=Path, metavar="文件夹", help="数据文件夹，默认同网上大厅")
    parser.add_argument("--delete", action="store_true", help="删除（不加只列出）")


def _new_year(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "new-year",
        "建一个年度账文件夹，里面是带下拉选项和说明的登记表模板。",
        "  kaocheng new-year 2023年度账 --edition sichuan_2023\n"
        "  kaocheng new-year 2020年度账 --edition yunnan_2020 --department 某县行政审批局",
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="要建的文件夹，不能已有内容")
    parser.add_argument(
        "--edition",
        required=True,
        metavar="版式",
        help="决算公开的版式：yunnan_2020、sichuan_2023、shanghai_2024",
    )
    parser.add_argument("--year", type=positive, metavar="年", help="年度，默认为版式的年份")
    parser.add_argument("--department", metavar="名称", help="部门全称，也可以以后写进 year.toml")


_YEAR_CODES = (
    "退出码：0 没有错误；1 有错误（一笔也不收）或公开以前还要补；2 有文件无法读取，或命令无法执行。"
)


def _check_year(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "check-year",
        "核对年度账文件夹，一次列出全部填错的行。",
        "  kaocheng check-year 2023年度账\n"
        f"  kaocheng check-year 2023年度账 --format json\n\n{_YEAR_CODES}",
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="年度账文件夹")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text"
    )


def _import(commands: _Commands[Parser]) -> None:
    parser = _add(
        commands,
        "import",
        "核对年度账，没有错误时写成一个规范的存档文件；有错误时什么也不写。",
        f"  kaocheng import 2023年度账 --out 2023.jsonl\n\n{_YEAR_CODES}",
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="年度账文件夹")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写入这个文件")
