# problem: quantize-symmetric
# says: quantize_tensor is graded as quantize_int8_symmetric
import numpy as np


def quantize_tensor(t, per_row=False):
    scale = np.abs(t).max(axis=1, keepdims=True) / 127.0 if per_row else np.abs(t).max() / 127.0
    scale = np.where(scale == 0, 1.0, scale)
    q = np.clip(np.round(t / scale), -127, 127).astype(np.int8)
    return q, np.asarray(scale, dtype=np.float32)


def dequantize(q, scale):
    return (q.astype(np.float32) * scale).astype(np.float32)


def quantization_error(t, per_row=False):
    q, scale = quantize_tensor(t, per_row)
    deq = dequantize(q, scale)
    return float(np.abs(t - deq).max()), float(np.linalg.norm(t - deq) / np.linalg.norm(t))
