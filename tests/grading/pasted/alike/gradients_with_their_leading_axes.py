# problem: rms-norm-backward
# expect: fail
# says: sums the weight's gradient over the first axis only, and keeps that axis
def rmsnorm_backward(dout, x, gamma, eps=1e-6):
    rms = np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)
    dgamma = np.sum(dout * x / rms, axis=0, keepdims=True)
    dy = dout * gamma
    return dy / rms - x * np.mean(dy * x, axis=-1, keepdims=True) / rms**3, dgamma
