# problem: grpo-advantages
# expect: fail
# says: 9 of 13
# not: raises
import torch

def compute_group_advantages(rewards, G):
    """
    组内相对优势计算

    Args:
        rewards: List[float], 长度 batch_size * G
        G:       int, 每个 prompt 的采样数
    Returns:
        (batch_size * G,)  标准化后的相对优势
    """
    # 重塑为 (batch_size, G), 每行是同一 prompt 下的 G 个奖励
    rewards = torch.tensor(rewards).reshape(-1, G)  # (batch_size, G)
    # 组内均值作基线 (替代 Critic)
    mean_r = rewards.mean(dim=1, keepdim=True)      # (batch_size, 1)
    # 组内标准差, 稳定梯度尺度
    std_r = rewards.std(dim=1, keepdim=True)         # (batch_size, 1)
    # 标准化优势; 全同奖励时 ε 避免除零, 优势为 0
    advantages = (rewards - mean_r) / (std_r + 1e-8) # (batch_size, G)
    return advantages.reshape(-1)                     # (batch_size * G,)
