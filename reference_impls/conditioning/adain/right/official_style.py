def calc_mean_std(feat, eps=1e-5):
    N, C = feat.size()[:2]
    feat_var = feat.reshape(N, C, -1).var(dim=2, unbiased=False) + eps
    return feat.reshape(N, C, -1).mean(dim=2).view(N, C, 1, 1), feat_var.sqrt().view(N, C, 1, 1)


def adain(content, style, eps=1e-5):
    size = content.size()
    style_mean, style_std = calc_mean_std(style, eps)
    content_mean, content_std = calc_mean_std(content, eps)
    normalized = (content - content_mean.expand(size)) / content_std.expand(size)
    return normalized * style_std.expand(size) + style_mean.expand(size)
