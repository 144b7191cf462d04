# slip: nesterov-weights-swapped
import torch


def newton_schulz(matrix, steps):
    wide = matrix.mT if matrix.size(-2) > matrix.size(-1) else matrix
    z = wide / (wide.norm() + 1e-7)
    for _ in range(steps):
        gram = z @ z.mT
        z = 3.4445 * z - 4.7750 * gram @ z + 2.0315 * gram @ gram @ z
    return z.mT if matrix.size(-2) > matrix.size(-1) else z


def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    with torch.no_grad():
        buffer = state.get("m")
        buffer = torch.zeros_like(grad) if buffer is None else buffer
        state["m"] = buffer = torch.lerp(buffer, grad, 1 - momentum)
        update = torch.lerp(buffer, grad, momentum)
        scale = max(1, param.size(-2) / param.size(-1)) ** 0.5
        return param - lr * weight_decay * param - lr * scale * newton_schulz(update, ns_steps)
