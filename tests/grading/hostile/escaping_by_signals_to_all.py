# expect: fail
# family: escaping
# attempts: to stop, continue and kill the judge, its group, the host and every process, by all calls that signal
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
judge = os.getppid()


def call(x86, aarch64, *arguments):
    return libc.syscall(ctypes.c_long(aarch64 if arm else x86), *(ctypes.c_long(part) for part in arguments))


results = []
information = ctypes.create_string_buffer(128)
for number in (0, signal.SIGCONT, signal.SIGSTOP, signal.SIGALRM, signal.SIGKILL):
    for target in (judge, -judge, 0, -1, 1):
        results.append(call(62, 129, target, number))
    results.append(call(234, 131, judge, judge, number))
    results.append(call(200, 130, judge, number))
    results.append(call(129, 138, judge, number, ctypes.addressof(information)))
    results.append(call(297, 240, judge, judge, number, ctypes.addressof(information)))
    results.append(call(424, 424, 3, number, 0, 0))
    for attempt in (os.kill, os.killpg):
        try:
            results.append(attempt(judge, number) or 0)
        except OSError:
            continue
if any(result >= 0 for result in results):
    raise AssertionError(f"BREACH: {results}")


def kth_smallest(nums, k):
    return None
