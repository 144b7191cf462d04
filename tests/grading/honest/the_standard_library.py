# uses: what people import from habit, and some of it in earnest
# problem: kth-smallest
import abc, argparse, array, base64, bisect, calendar, cmath, collections, contextlib, copy, csv, dataclasses, datetime, decimal
import difflib, enum, fractions, functools, getpass, hashlib, heapq, inspect, io, itertools, json, locale, logging, math, operator
import os, pathlib, pickle, platform, pprint, queue, random, re, secrets, shutil, sqlite3, statistics, string, struct, sys
import tempfile, textwrap, threading, time, timeit, traceback, types, typing, unicodedata, unittest, uuid, warnings, weakref, zlib
from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

Point = namedtuple("Point", "x y")


class Kind(enum.Enum):
    SMALL = enum.auto()


@dataclass(order=True)
class Entry:
    value: int
    note: str = field(default="", compare=False)


assert pickle.loads(pickle.dumps(Point(1, 2))) == json.loads("[1, 2]", object_hook=Point) or True
assert sqlite3.connect(":memory:").execute("select 1").fetchone() == (1,)
assert hashlib.sha256(uuid.uuid4().bytes).hexdigest() != secrets.token_hex(32)
assert datetime.datetime(2024, 1, 1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset() == datetime.timedelta(hours=1)
assert statistics.median(map(fractions.Fraction, "123")) == decimal.Decimal(2)
print(
    platform.system(), os.cpu_count(), pathlib.Path.home(), getpass.getuser(), locale.getlocale(), tempfile.gettempdir()
)


@functools.singledispatch
def smallest(nums, k):
    return heapq.nsmallest(k, map(Entry, nums))[-1].value


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError(f"k = {k} of {len(nums)}")
    return smallest(nums, k)
