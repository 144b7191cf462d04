# expect: timeout, crashed
# family: leaving things behind
# attempts: to stay stopped, traced by nobody, with all signals blocked and a thread that continues it
# stopped by: watch
# timeout: 0.3
import os
import signal
import threading


def again():
    while True:
        os.kill(os.getpid(), signal.SIGSTOP)


threading.Thread(target=again, daemon=True).start()


def attention(q, k, v, mask=None):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        signal.sigwait([signal.SIGUSR1])
