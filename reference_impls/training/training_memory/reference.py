"""Bytes of model state per GPU under ZeRO (Rajbhandari et al. 2020, arXiv:1910.02054, figure 1 and section 5).

    stage 0, nothing sharded         Ψ (2 + 2 + K)
    stage 1, optimizer state         Ψ (2 + 2 + K/N)
    stage 2, and gradients           Ψ (2 + (2 + K)/N)
    stage 3, and parameters          Ψ (2 + 2 + K)/N

Ψ parameters on N data-parallel GPUs, 16-bit weights and gradients, and K = 12 bytes of Adam in fp32: master copy and two
moments. Each stage shards one part more and keeps those before it. Activations, buffers and what a gather holds for a moment
come on top.

zero_stage: 0, 1, 2 or 3; the bytes are per parameter. Returns: a float.
"""


def training_bytes_per_gpu(
    params: int, zero_stage: int, gpus: int, param_bytes: float = 2, grad_bytes: float = 2, optim_bytes: float = 12
) -> float:
    """Each part in full, or a share of it from its stage on."""
    optim = optim_bytes / gpus if zero_stage >= 1 else optim_bytes
    grads = grad_bytes / gpus if zero_stage >= 2 else grad_bytes
    weights = param_bytes / gpus if zero_stage >= 3 else param_bytes
    return float(params * (weights + grads + optim))
