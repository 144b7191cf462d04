# uses: settings of torch's for the whole process, which the next check must not see
import torch

torch.set_num_threads(2)
torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
torch.set_printoptions(precision=2)
torch.backends.cudnn.benchmark = False
torch.use_deterministic_algorithms(True)
device = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
print(torch.ones(2), device, torch.__version__, torch.get_num_threads())


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
