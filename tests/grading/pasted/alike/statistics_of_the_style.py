# problem: adain
# expect: invalid
# says: Your code also needs style_std, which the problem doesn't give
def stylize(content, style_mean, style_std):
    var, mean = torch.var_mean(content, dim=(2, 3), correction=0, keepdim=True)
    return (content - mean) * (var + 1e-5).rsqrt() * style_std + style_mean
