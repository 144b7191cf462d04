# problem: grpo-advantages
def advantages(responses, reward_model, G, eps=1e-6):
    rewards = []
    for response in responses:
        rewards.append(float(reward_model(response)))
    found = []
    for start in range(0, len(rewards), G):
        group = rewards[start : start + G]
        mean = sum(group) / G
        if G == 1 or len(set(group)) == 1:
            found += [0.0] * G
            continue
        spread = (sum((one - mean) ** 2 for one in group) / (G - 1)) ** 0.5
        found += [(one - mean) / (spread + eps) for one in group]
    return found
