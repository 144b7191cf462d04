# expect: fail
# family: escaping
# attempts: to reach the kernel and the disks through their files
# stopped by: landlock
# problem: kth-smallest
import glob
import os

devices = glob.glob("/dev/[svn][dvm]*") + glob.glob("/sys/fs/cgroup/*")[:5]
for path in (
    "/dev/mem", "/dev/kmsg", "/dev/fuse", "/dev/kvm", "/dev/vda", "/dev/sda", "/dev/shm", "/dev/mqueue", "/dev/net/tun",
    "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/kcore", "/proc/kallsyms", "/sys/kernel/debug", "/sys/power/state",
    "/sys/fs/cgroup", "/dev/disk", "/dev/log", "/run/docker.sock", "/var/run/dbus/system_bus_socket", *devices,
):  # fmt: skip
    for flags in (os.O_RDONLY, os.O_WRONLY, os.O_RDWR):
        try:
            os.open(path, flags | os.O_NONBLOCK)
        except OSError:
            continue
        raise AssertionError("BREACH: " + path)


def kth_smallest(nums, k):
    return None
