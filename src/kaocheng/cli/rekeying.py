"""`kaocheng rekey` (更换密钥): personal data sealed under an older key are sealed under the current one."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib import import_module
from importlib.util import find_spec

from kaocheng.cli.refusals import Refused
from kaocheng.cli.stores import open_store

_SEALED = (
    ("申请人", "kaocheng.site.applicants.services", "reseal_applicants"),
    ("文书", "kaocheng.site.papers.services", "reseal_papers"),
    ("一件事表单", "kaocheng.site.themes.services", "reseal_forms"),
)
"""What holds sealed text, and what seals it anew."""


def run(options: Namespace) -> int:
    """Seal everything of the county anew that is not under the current key.

    Raises Refused when the store cannot be opened, or a key it was sealed under is not listed.
    """
    if find_spec("django") is None:
        raise Refused("没有安装网站部分。请执行：pip install 'kaocheng[site]'")
    open_store(options.store)
    county = import_module("django.conf").settings.COUNTY
    unopenable: type[Exception] = import_module("kaocheng.site.applicants.sealing").Unopenable
    try:
        for name, module, function in _SEALED:
            done = getattr(import_module(module), function)(county=county)
            sys.stdout.write(f"{name}：{done} 条改用当前密钥\n")
    except unopenable as error:
        raise Refused(f"{error}换钥没有做完，补上密钥后再执行一次即可。") from error
    sys.stdout.write(
        "全部改用当前密钥。旧密钥可以从 KAOCHENG_PERSONAL_KEYS 或 personal-keys 里去掉。\n"
    )
    return 0
