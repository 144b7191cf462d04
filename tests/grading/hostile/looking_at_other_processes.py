# expect: error
# family: looking for answers
# attempts: to read the judge's environment
# stopped by: landlock, capabilities
import os

attention = open(f"/proc/{os.getppid()}/environ").read()
