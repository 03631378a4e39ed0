"""What may be typed about the hall (政务服务大厅的命令语法)."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.arguments import anchor, positive
from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar.parts import EXIT_CODES, Commands, command, takes_format, takes_store


def items(commands: Commands[Parser]) -> None:
    """Add `kaocheng items` (事项表格)."""
    parser = command(
        commands,
        "items",
        "政务服务事项：写出导入模板，或在导入网上大厅之前核对填好的表格。",
        examples=(
            "template 事项模板.xlsx",
            "check 事项.xlsx",
            "check 事项.csv 申请材料.csv 办理环节.csv",
        ),
        codes=EXIT_CODES,
    )
    parser.add_argument(
        "what", choices=("template", "check"), metavar="事", help="template 写模板，check 核对"
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="文件", help="模板写到哪里，或核对哪些"
    )
    takes_format(parser)


def audit(commands: Commands[Parser]) -> None:
    """Add `kaocheng audit` (审计记录)."""
    parser = command(
        commands,
        "audit",
        "核验网上大厅的审计记录：找出被改、被删、被换的事件；或者封存新的事件。",
        examples=("verify", "verify --store 数据文件夹 --anchor 12:3f9a", "seal"),
        codes="退出码：0 全部相符（或已封存）；1 有改动；2 数据读不出来。",
    )
    parser.add_argument(
        "what", choices=("verify", "seal"), metavar="事", help="verify 核验，seal 封存"
    )
    takes_store(parser)
    parser.add_argument("--county", default="", metavar="代码", help="只看这个行政区划，默认全部")
    parser.add_argument(
        "--anchor",
        type=anchor,
        action="append",
        default=[],
        metavar="号:摘要",
        help="抄存在外的封存号和摘要（可以只写开头几位），逐个核对",
    )
    takes_format(parser)
    parser.add_argument("--no-progress", action="store_true", help="不显示进度")


def archive(commands: Commands[Parser]) -> None:
    """Add `kaocheng archive` (校验档案)."""
    parser = command(
        commands,
        "archive",
        "校验办件档案：文件包里有没有被改、被删、被加的文件和事件，在哪里。",
        examples=("档案.zip", "档案.zip --sha256 3f9a… --index-sha256 77c0…"),
        codes="退出码：0 相符；1 有改动；2 文件读不出来。",
    )
    parser.add_argument(
        "packages", nargs="+", type=Path, metavar="文件包", help="归档文件包（.zip）"
    )
    parser.add_argument("--sha256", default="", metavar="摘要", help="归档时登记的文件包摘要")
    parser.add_argument("--index-sha256", default="", metavar="摘要", help="归档时登记的目录摘要")
    takes_format(parser)


def rekey(commands: Commands[Parser]) -> None:
    """Add `kaocheng rekey` (更换密钥)."""
    parser = command(
        commands,
        "rekey",
        "更换个人信息的密钥：把用旧密钥加密的改用当前密钥（新密钥写在最前，旧密钥先留着）。",
        examples=("", "--store 数据文件夹"),
        codes="退出码：0 已全部改用当前密钥；2 数据读不出来，或缺少旧密钥。",
    )
    takes_store(parser)


def sweep(commands: Commands[Parser]) -> None:
    """Add `kaocheng sweep` (清理无主文件)."""
    parser = command(
        commands,
        "sweep",
        "清理无主文件：列出上传后过了保留期限、没有用于任何事的文件；加 --delete 才删除。",
        examples=("", "--delete"),
        codes="退出码：0 没有可清理的，或已删除；1 有可以清理的；2 数据读不出来。",
    )
    takes_store(parser)
    parser.add_argument("--delete", action="store_true", help="删除（不加只列出）")


def serve(commands: Commands[Parser]) -> None:
    """Add `kaocheng serve` (开启网站)."""
    parser = command(
        commands,
        "serve",
        "开启政务服务网站；数据文件夹是空的时候，自动准备好一切。",
        examples=(
            "",
            "--demo",
            "--host 0.0.0.0 --port 8080 --store 数据文件夹",
            "--rescue admin",
        ),
        codes="退出码：0 正常停止；2 端口被占用，或者不能启动。",
    )
    _where(parser)
    parser.add_argument(
        "--workers", type=positive, default=0, metavar="数", help="进程数；SQLite 只用 1 个"
    )
    parser.add_argument("--certificate", type=Path, metavar="文件", help="HTTPS 证书（PEM）")
    parser.add_argument("--key", type=Path, metavar="文件", help="HTTPS 证书的私钥（PKCS#8）")
    parser.add_argument(
        "--rescue", default="", metavar="登录名", help="给这名系统管理员重发密码，解除双重验证"
    )
    parser.add_argument("--demo", action="store_true", help="放入示范大厅，供试用和演示")


def _where(parser: Parser) -> None:
    parser.add_argument("--port", type=positive, default=8000, metavar="端口", help="默认 8000")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="地址", help="默认只供本机；0.0.0.0 供全网"
    )
    parser.add_argument(
        "--store", type=Path, metavar="文件夹", help="数据放在这里，默认 kaocheng-store"
    )
