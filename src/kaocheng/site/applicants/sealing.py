"""Sealing personal data at rest (个人信息加密保存): AES-256-GCM, and keyed digests to search by.

The keys stand in `KAOCHENG_PERSONAL_KEYS` ("name:base64 name:base64", the current one first) or in
the file `personal-keys` beside the data, one to a line; the first start makes that file. What was
sealed under an older key is opened by it as long as it is listed; `reseal` (docs/papers.md) moves
everything to the current one. A token is bound to its place (county, row, field), so that a value
copied to another row cannot be opened there.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kaocheng.site.base.private import write_private

_NONCE = 12
_VARIABLE = "KAOCHENG_PERSONAL_KEYS"


@dataclass(frozen=True, slots=True)
class Key:
    """One key (密钥): its name, the cipher, and the secret of the digests."""

    name: str
    cipher: AESGCM
    digesting: bytes


class Unopenable(Exception):
    """A sealed value that no listed key opens (无法解密)."""


def keys() -> tuple[Key, ...]:
    """All keys, the current one first."""
    return _keys(os.environ.get(_VARIABLE, "") or _kept(Path(settings.STORE)))


@lru_cache(maxsize=4)
def _keys(told: str) -> tuple[Key, ...]:
    made = tuple(_key(word) for word in told.split())
    if not made or len({key.name for key in made}) != len(made):
        raise ImproperlyConfigured(f"{_VARIABLE} 里没有密钥，或者两把密钥同名。")
    return made


def _key(word: str) -> Key:
    name, _, secret = word.partition(":")
    try:
        raw = base64.urlsafe_b64decode(secret)
    except binascii.Error as error:
        raise ImproperlyConfigured(f"密钥 {name} 不是 base64。") from error
    if not name or "." in name or len(raw) != 32:
        raise ImproperlyConfigured(f"密钥 {name} 应为“名称:32字节的base64”，名称不含句点。")
    ends = (hmac.digest(raw, word, "sha256") for word in (b"seal", b"digest"))
    sealing, digesting = ends
    return Key(name, AESGCM(sealing), digesting)


@lru_cache(maxsize=4)
def _kept(store: Path) -> str:
    path = store / "personal-keys"
    if not path.exists():
        store.mkdir(parents=True, exist_ok=True, mode=0o700)
        _made(path)
    return path.read_text("ascii")


def _made(path: Path) -> None:
    """Make the file once, also when two processes start at the same moment."""
    secret = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_private(part, f"k1:{secret}\n")
    try:
        path.hardlink_to(part)
    except FileExistsError:
        pass  # the other process was first, its key stands
    finally:
        part.unlink()


def seal(words: str, place: str) -> str:
    """Words sealed for one place; "" stays ""."""
    if not words:
        return ""
    key, nonce = keys()[0], secrets.token_bytes(_NONCE)
    sealed = nonce + key.cipher.encrypt(nonce, words.encode(), place.encode())
    return f"{key.name}.{base64.urlsafe_b64encode(sealed).decode()}"


def unseal(token: str, place: str) -> str:
    """The words of a token; raises Unopenable where key or place do not fit."""
    if not token:
        return ""
    name, _, rest = token.partition(".")
    key = next((key for key in keys() if key.name == name), None)
    if key is None:
        raise Unopenable(f"缺少密钥 {name}，请把它加回 {_VARIABLE} 或 personal-keys 文件。")
    sealed = base64.urlsafe_b64decode(rest)
    try:
        return key.cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode()).decode()
    except InvalidTag:
        raise Unopenable("加密的内容被改动过，或者不属于这一行。") from None


def is_current(token: str) -> bool:
    """Whether a token was sealed under the current key."""
    return not token or token.partition(".")[0] == keys()[0].name


def digest(words: str, sort: str) -> str:
    """The keyed digest under which words of one sort are found again; "" for no words."""
    return _digest(keys()[0], words, sort)


def digests(words: str, sort: str) -> list[str]:
    """The digests under every key, for searching while a change of keys is under way."""
    return [_digest(key, words, sort) for key in keys()]


def _digest(key: Key, words: str, sort: str) -> str:
    said = f"{sort}\n{words}".encode()
    return hmac.new(key.digesting, said, hashlib.sha256).hexdigest() if words else ""
