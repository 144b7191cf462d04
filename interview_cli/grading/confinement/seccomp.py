"""The system calls that a candidate's process may not make, as a hand-assembled BPF filter. Standard library only.

Default allow, because torch and libc differ between versions; what is denied answers with an errno, so that honest code
sees a readable error. Works on x86-64 and aarch64; elsewhere there is no filter, and `doctor` says so.
"""

from __future__ import annotations

import os
import platform
import struct
from collections.abc import Mapping
from dataclasses import dataclass

LAST_KNOWN_CALL = 462
"""Calls newer than this table do not exist for the candidate."""

PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4
HARMLESS_PRCTLS = (2, 3, 15, 16, 21, 23, 27, 30, 38, 39, 42, 51, 56, 64)
"""What asks (for a name, a vector length), PR_SET_NAME and PR_SET_NO_NEW_PRIVS. Another one takes a gigabyte of the kernel's."""
MAP_HUGETLB = 0x40000
"""From the system's pool, which no limit of a process counts."""
HARMLESS_ADVICE = (0, 1, 2, 3, 4, 8, 10, 11, 14, 15, 16, 17, 18, 19, 102, 103)
"""How allocators and thread stacks use their own memory; not: pages poisoned, merged, or evicted for everybody."""
FIRST_X32_CALL = 0x40000000
CLONE_THREAD = 0x10000

LOAD_WORD, JUMP_EQUAL, JUMP_GREATER_EQUAL, JUMP_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
EPERM, EINVAL, EROFS, ENOSYS, ENOTSUP = 0x50000 | 1, 0x50000 | 22, 0x50000 | 30, 0x50000 | 38, 0x50000 | 95
OFFSET_NUMBER, OFFSET_ARCHITECTURE, OFFSET_ARGUMENTS = 0, 4, 16

WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | (getattr(os, "O_TMPFILE", 0) & ~os.O_DIRECTORY)
HARMLESS_IOCTLS = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451, 0x5413)
"""TCGETS, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX, TIOCGWINSZ."""
HARMFUL_IOCTLS = (0x5412, 0x541C, 0x8901, 0x8902)
"""TIOCSTI and TIOCLINUX type into a terminal; FIOSETOWN and SIOCSPGRP can signal another process."""
HARMFUL_FCNTLS = (6, 7, 8, 10, 15, 37, 38, 1024, 1026, 1031)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX can signal another process; F_SETLEASE makes it wait; F_NOTIFY watches a folder.

F_SETLK, F_SETLKW and their F_OFD_ kin, each a piece of the kernel's memory; F_SETPIPE_SZ makes that of a pipe larger.
"""
NEEDED_ON_CUDA = ("memfd_create",)
PID_PLACEHOLDER = 0x7E57C0DE


@dataclass(frozen=True)
class CallTable:
    """Numbers of one architecture's system calls."""

    audit: int
    changes_files: str
    attributes: str
    denied: str
    absent: str
    open: int | None
    openat: int
    clone: int
    kill: int
    tgkill: int
    ioctl: int
    prlimit64: int
    fcntl: int
    prctl: int
    mmap: int
    madvise: int


X86_64 = CallTable(
    audit=0xC000003E,
    changes_files="""creat 85 unlink 87 unlinkat 263 rename 82 renameat 264 renameat2 316 mkdir 83 mkdirat 258 rmdir 84 link 86
        linkat 265 symlink 88 symlinkat 266 truncate 76 ftruncate 77 chmod 90 fchmod 91 fchmodat 268 fchmodat2 452 chown 92
        fchown 93 lchown 94 fchownat 260 mknod 133 mknodat 259 utime 132 utimes 235 futimesat 261 utimensat 280 setxattr 188
        lsetxattr 189 fsetxattr 190 removexattr 197 lremovexattr 198 fremovexattr 199 fallocate 285""",
    attributes="getxattr 191 lgetxattr 192 fgetxattr 193 listxattr 194 llistxattr 195 flistxattr 196",
    denied="""socket 41 connect 42 bind 49 listen 50 accept 43 accept4 288 socketpair 53 fork 57 vfork 58 execve 59 execveat 322
        tkill 200 rt_sigqueueinfo 129 rt_tgsigqueueinfo 297 pidfd_send_signal 424 pidfd_open 434 pidfd_getfd 438 ptrace 101
        process_vm_readv 310 process_vm_writev 311 process_madvise 440 process_mrelease 448 kcmp 312 perf_event_open 298
        bpf 321 userfaultfd 323 unshare 272 setns 308 mount 165 umount2 166 pivot_root 155 chroot 161 open_tree 428
        move_mount 429 fsopen 430 fsconfig 431 fsmount 432 fspick 433 mount_setattr 442 keyctl 250 add_key 248
        request_key 249 shmget 29 shmat 30 shmctl 31 msgget 68 msgsnd 69 msgrcv 70 msgctl 71 semget 64 semop 65 semctl 66 semtimedop 220
        mq_open 240 mq_unlink 241 setsid 112 setpgid 109 setpriority 141 sched_setscheduler 144 sched_setattr 314
        ioprio_set 251 personality 135 acct 163 swapon 167 swapoff 168 reboot 169 init_module 175 finit_module 313
        delete_module 176 kexec_load 246 kexec_file_load 320 quotactl 179 quotactl_fd 443 fanotify_init 300
        inotify_init 253 inotify_init1 294 syslog 103 settimeofday 164 clock_settime 227 adjtimex 159 clock_adjtime 305
        sethostname 170 setdomainname 171 iopl 172 ioperm 173 modify_ldt 154 memfd_create 319 memfd_secret 447
        open_by_handle_at 304 sched_setaffinity 203 sched_setparam 142 migrate_pages 256 move_pages 279 sync 162
        syncfs 306 io_setup 206 membarrier 324 landlock_create_ruleset 444 landlock_add_rule 445
        landlock_restrict_self 446 seccomp 317 vmsplice 278 tee 276 splice 275 fadvise64 221 readahead 187 flock 73
        pkey_mprotect 329 pkey_alloc 330 pkey_free 331 mlock 149 mlock2 325 mlockall 151 fsync 74 fdatasync 75
        sync_file_range 277 msync 26""",
    absent="clone3 435 openat2 437 io_uring_setup 425 io_uring_enter 426 io_uring_register 427 statmount 457 listmount 458",
    open=2, openat=257, clone=56, kill=62, tgkill=234, ioctl=16, prlimit64=302, fcntl=72, prctl=157,
    mmap=9, madvise=28,
)  # fmt: skip

AARCH64 = CallTable(
    audit=0xC00000B7,
    changes_files="""unlinkat 35 renameat 38 renameat2 276 mkdirat 34 linkat 37 symlinkat 36 truncate 45 ftruncate 46 fchmod 52
        fchmodat 53 fchmodat2 452 fchown 55 fchownat 54 mknodat 33 utimensat 88 setxattr 5 lsetxattr 6 fsetxattr 7
        removexattr 14 lremovexattr 15 fremovexattr 16 fallocate 47""",
    attributes="getxattr 8 lgetxattr 9 fgetxattr 10 listxattr 11 llistxattr 12 flistxattr 13",
    denied="""socket 198 connect 203 bind 200 listen 201 accept 202 accept4 242 socketpair 199 execve 221 execveat 281 tkill 130
        rt_sigqueueinfo 138 rt_tgsigqueueinfo 240 pidfd_send_signal 424 pidfd_open 434 pidfd_getfd 438 ptrace 117
        process_vm_readv 270 process_vm_writev 271 process_madvise 440 process_mrelease 448 kcmp 272 perf_event_open 241
        bpf 280 userfaultfd 282 unshare 97 setns 268 mount 40 umount2 39 pivot_root 41 chroot 51 open_tree 428
        move_mount 429 fsopen 430 fsconfig 431 fsmount 432 fspick 433 mount_setattr 442 keyctl 219 add_key 217
        request_key 218 shmget 194 shmat 196 shmctl 195 msgget 186 msgsnd 189 msgrcv 188 msgctl 187 semget 190 semop 193
        semctl 191 semtimedop 192 mq_open 180 mq_unlink 181 setsid 157 setpgid 154 setpriority 140 sched_setscheduler 119
        sched_setattr 274 ioprio_set 30 personality 92 acct 89 swapon 224 swapoff 225 reboot 142 init_module 105
        finit_module 273 delete_module 106 kexec_load 104 kexec_file_load 294 quotactl 60 quotactl_fd 443
        fanotify_init 262 inotify_init1 26 syslog 116 settimeofday 170 clock_settime 112 adjtimex 171 clock_adjtime 266
        sethostname 161 setdomainname 162 memfd_create 279 memfd_secret 447 open_by_handle_at 265 sched_setaffinity 122
        sched_setparam 118 migrate_pages 238 move_pages 239 sync 81 syncfs 267
        io_setup 0 membarrier 283 landlock_create_ruleset 444 landlock_add_rule 445 landlock_restrict_self 446 seccomp 277
        vmsplice 75 tee 77 splice 76 fadvise64 223 readahead 213 flock 32 pkey_mprotect 288 pkey_alloc 289 pkey_free 290
        mlock 228 mlock2 284 mlockall 230 fsync 82 fdatasync 83 sync_file_range 84 msync 227""",
    absent="clone3 435 openat2 437 io_uring_setup 425 io_uring_enter 426 io_uring_register 427 statmount 457 listmount 458",
    open=None, openat=56, clone=220, kill=129, tgkill=131, ioctl=29, prlimit64=261, fcntl=25, prctl=167,
    mmap=222, madvise=233,
)  # fmt: skip

TABLES = {"x86_64": X86_64, "aarch64": AARCH64}


def numbered(calls: str) -> dict[str, int]:
    """A `name number ...` list as a mapping."""
    words = calls.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


class Assembler:
    """Collects BPF instructions; jumps are relative, so that each rule stands alone."""

    def __init__(self) -> None:
        self.code: list[bytes] = []

    def emit(self, operation: int, if_true: int, if_false: int, operand: int) -> None:
        """One instruction; the jump counts say how many instructions to skip."""
        self.code.append(struct.pack("<HBBI", operation, if_true, if_false, operand & 0xFFFFFFFF))

    def answer(self, verdict: int) -> None:
        """Return this verdict."""
        self.emit(RETURN, 0, 0, verdict)

    def load_argument(self, index: int) -> None:
        """The low 32 bits of an argument (little endian)."""
        self.emit(LOAD_WORD, 0, 0, OFFSET_ARGUMENTS + 8 * index)

    def deny(self, calls: Mapping[str, int], verdict: int) -> None:
        """This verdict for each of the calls."""
        for number in calls.values():
            self.emit(JUMP_EQUAL, 0, 1, number)
            self.answer(verdict)

    def only_argument(
        self, call: int, index: int, values: tuple[int, ...], *, verdict_if_in: int, verdict_else: int
    ) -> None:
        """For one call: a verdict if the argument is among the values, another if not."""
        self.emit(JUMP_EQUAL, 0, len(values) + 3, call)
        self.load_argument(index)
        for position, value in enumerate(values):
            self.emit(JUMP_EQUAL, len(values) - position, 0, value)
        self.answer(verdict_else)
        self.answer(verdict_if_in)

    def bits_of_argument(self, call: int, index: int, bits: int, *, verdict_if_set: int, verdict_else: int) -> None:
        """For one call: a verdict if any of the bits is set in the argument, another if none is."""
        self.emit(JUMP_EQUAL, 0, 4, call)
        self.load_argument(index)
        self.emit(JUMP_BITS, 0, 1, bits)
        self.answer(verdict_if_set)
        self.answer(verdict_else)


def build_filter(pid: int, machine: str, *, device: str = "cpu") -> bytes | None:
    """The filter for a process of this id, None on an architecture without a table.

    On CUDA the driver opens devices for writing, asks them by ioctl, and keeps memory in nameless files: there Landlock
    carries the ban on writing, and only what types into a terminal or signals is denied of ioctl.
    """
    table = TABLES.get(machine)
    if table is None:
        return None
    asm = Assembler()
    asm.emit(LOAD_WORD, 0, 0, OFFSET_ARCHITECTURE)
    asm.emit(JUMP_EQUAL, 1, 0, table.audit)
    asm.answer(KILL)
    asm.emit(LOAD_WORD, 0, 0, OFFSET_NUMBER)
    for first, verdict in ((FIRST_X32_CALL, KILL), (LAST_KNOWN_CALL + 1, ENOSYS)):
        asm.emit(JUMP_GREATER_EQUAL, 0, 1, first)
        asm.answer(verdict)
    needed = () if device == "cpu" else NEEDED_ON_CUDA
    asm.deny(numbered(table.absent), ENOSYS)
    asm.deny({name: call for name, call in numbered(table.denied).items() if name not in needed}, EPERM)
    asm.deny(numbered(table.changes_files), EROFS)
    asm.deny(numbered(table.attributes), ENOTSUP)  # Landlock does not cover those of the user's files
    if device == "cpu":
        for call, index in ((table.open, 1), (table.openat, 2)):
            if call is not None:
                asm.bits_of_argument(call, index, WRITE_FLAGS, verdict_if_set=EROFS, verdict_else=ALLOW)
        asm.only_argument(table.ioctl, 1, HARMLESS_IOCTLS, verdict_if_in=ALLOW, verdict_else=EPERM)
    else:
        asm.only_argument(table.ioctl, 1, HARMFUL_IOCTLS, verdict_if_in=EPERM, verdict_else=ALLOW)
    asm.bits_of_argument(table.clone, 0, CLONE_THREAD, verdict_if_set=ALLOW, verdict_else=EPERM)
    for call in (table.kill, table.tgkill):
        asm.only_argument(call, 0, (pid,), verdict_if_in=ALLOW, verdict_else=EPERM)
    asm.only_argument(table.fcntl, 1, HARMFUL_FCNTLS, verdict_if_in=EPERM, verdict_else=ALLOW)
    asm.only_argument(table.prctl, 0, HARMLESS_PRCTLS, verdict_if_in=ALLOW, verdict_else=EPERM)
    asm.only_argument(table.madvise, 2, HARMLESS_ADVICE, verdict_if_in=ALLOW, verdict_else=EINVAL)
    asm.bits_of_argument(table.mmap, 3, MAP_HUGETLB, verdict_if_set=EPERM, verdict_else=ALLOW)
    asm.only_argument(table.prlimit64, 0, (0,), verdict_if_in=ALLOW, verdict_else=EPERM)
    asm.answer(ALLOW)
    return b"".join(asm.code)


_TEMPLATES: dict[str, bytes | None] = {}


def filter_for(pid: int, device: str = "cpu") -> bytes | None:
    """The filter for this process; assembled once for each device (in the host), patched with the id in the child."""
    if device not in _TEMPLATES:
        _TEMPLATES[device] = build_filter(PID_PLACEHOLDER, platform.machine(), device=device)
    template = _TEMPLATES[device]
    return template and template.replace(struct.pack("<I", PID_PLACEHOLDER), struct.pack("<I", pid))
