# expect: timeout
# family: exhaustion
# attempts: to outlive its limits by ignoring and blocking every signal, and raising its own limit on CPU time
# stopped by: watch
# timeout: 0.3
import resource
import signal

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
try:
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
except (OSError, ValueError):
    pass


def attention(q, k, v, mask=None):
    while True:
        pass
