# expect: fail
# family: looking for answers
# attempts: to search its own memory, which began as a copy of the judge's, through /proc
# stopped by: landlock
# problem: kth-smallest
for name in ("mem", "maps", "smaps", "environ", "cmdline", "auxv", "stack", "pagemap", "root/etc/passwd"):
    for process in ("self", "thread-self"):
        try:
            open(f"/proc/{process}/{name}", "rb").close()
        except OSError:
            continue
        raise AssertionError("BREACH: " + name)


def kth_smallest(nums, k):
    return None
