"""Makes the interpreter believe in another day: every clock that Python code reads is moved by EDITIONS_TEST_DAYS."""

from __future__ import annotations

import datetime
import os
import time

_SHIFT = int(os.environ["EDITIONS_TEST_DAYS"]) * 86_400
_time, _time_ns, _gmtime, _localtime, _strftime = time.time, time.time_ns, time.gmtime, time.localtime, time.strftime

time.time = lambda: _time() + _SHIFT
time.time_ns = lambda: _time_ns() + _SHIFT * 10**9
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, when=None: _strftime(form, time.localtime() if when is None else when)


class _Date(datetime.date):
    @classmethod
    def today(cls) -> datetime.date:
        return cls.fromtimestamp(time.time())


class _DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> datetime.datetime:
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> datetime.datetime:
        return cls.fromtimestamp(time.time())


datetime.date = _Date  # type: ignore[misc]
datetime.datetime = _DateTime  # type: ignore[misc]
