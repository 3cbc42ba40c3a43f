-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Word lists and numbers from which the rows are made, the same on every run.
-- Temporary tables: all scripts have to run over one connection.

-- i counts; a, b, c are scrambled numbers that belong to i.
CREATE TEMP TABLE seq AS
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
SELECT i,
       i * 2654435761 % 4294967296 / 4096          AS a,
       (i * 40503 + i * i * 97) % 1048573          AS b,
       (i * 69069 + i * i * 31 + 12345) % 524287   AS c
FROM n;

CREATE TEMP TABLE uuids AS
SELECT i AS k, printf('%08x-%04x-4%03x-a%03x-%012x', i * 2654435761 % 4294967296, i * 40503 % 65536,
                      i * 7919 % 4096, i * 104729 % 4096, i * 7918924807129 % 281474976710656) AS id
FROM seq;

CREATE TEMP TABLE first_names AS
SELECT key AS k, value AS word FROM json_each('[
    "Anna", "Jonas", "Mira", "Paul", "Leonie", "Emil", "Clara", "Henrik", "Sofia", "Tobias",
    "Greta", "Marek", "Ida", "Luca", "Nora", "Anton", "Elif", "David", "Helena", "Oskar",
    "Maja", "Felix", "Ingrid", "Samuel", "Katrin", "Bruno", "Yasmin", "Rasmus", "Judith",
    "Pieter", "Amelie", "Viktor", "Lotte", "Matteo", "Frieda", "Erik", "Zofia"]');

CREATE TEMP TABLE last_names AS
SELECT key AS k, value AS word FROM json_each('[
    "Berger", "Lindqvist", "Kowalski", "Hoffmann", "Moreau", "Sander", "Vogt", "Nilsen",
    "Brandt", "De Vries", "Keller", "Novak", "Petersen", "Rossi", "Schuster", "Arslan",
    "Thiele", "Visser", "Weiss", "Zimmer", "Baumann", "Carstens", "Dietz", "Ekholm", "Falk",
    "Graf", "Hartmann", "Jansen", "Krause", "Lorenz", "Maurer", "O''Neill", "Pohl",
    "Reuter", "Seidel", "Tamm", "Ulrich", "Wagner", "Yildiz", "Ziegler", "Bianchi"]');

CREATE TEMP TABLE cities AS
SELECT key AS k, value ->> 0 AS city, value ->> 1 AS country, value ->> 2 AS zip
FROM json_each('[
    ["Hamburg", "DE", "20%03d"], ["Leipzig", "DE", "04%03d"], ["Bremen", "DE", "28%03d"],
    ["Köln", "DE", "50%03d"], ["München", "DE", "80%03d"], ["Freiburg", "DE", "79%03d"],
    ["Wien", "AT", "10%02d"], ["Graz", "AT", "80%02d"], ["Basel", "CH", "40%02d"],
    ["Utrecht", "NL", "35%02d"], ["Rotterdam", "NL", "30%02d"], ["Aarhus", "DK", "80%02d"],
    ["Malmö", "SE", "21%03d"], ["Gdańsk", "PL", "80%03d"], ["Brno", "CZ", "60%03d"],
    ["Lyon", "FR", "69%03d"], ["Lille", "FR", "59%03d"]]');

CREATE TEMP TABLE streets AS
SELECT key AS k, value AS word FROM json_each('[
    "Lindenweg", "Hafenstraße", "Am Markt", "Mühlengasse", "Gartenstraße", "Kirchplatz",
    "Bergstraße", "Alte Post", "Rosenallee", "Uferweg", "Schulstraße", "Werderstraße",
    "Nordring"]');

-- Ten collections, each of 24 things.
CREATE TEMP TABLE collections AS
SELECT key AS k, value AS word FROM json_each('[
    "Fjord", "Linden", "Harbour", "Moss", "Ember", "Quarry", "Dune", "Willow", "Tide", "Juniper"]');

CREATE TEMP TABLE things AS
SELECT key AS k, value ->> 0 AS word, value ->> 1 AS slug, value ->> 2 AS cents,
       value ->> 3 AS grams, value ->> 4 AS material
FROM json_each('[
    ["Teapot", "tea-coffee", 3490, 950, "stoneware"],
    ["Mug", "tea-coffee", 1290, 340, "stoneware"],
    ["Coffee Dripper", "tea-coffee", 1890, 420, "porcelain"],
    ["Milk Jug", "tea-coffee", 1690, 380, "stoneware"],
    ["Chopping Board", "knives-boards", 2790, 1400, "oak"],
    ["Chef''s Knife", "knives-boards", 6900, 260, "steel"],
    ["Bread Knife", "knives-boards", 4900, 240, "steel"],
    ["Frying Pan", "pots-pans", 5400, 1800, "cast iron"],
    ["Saucepan", "pots-pans", 4600, 1350, "steel"],
    ["Casserole", "pots-pans", 11900, 4200, "cast iron"],
    ["Table Lamp", "lamps", 8900, 2100, "brass"],
    ["Floor Lamp", "lamps", 15900, 5600, "ash"],
    ["Reading Light", "lamps", 5900, 900, "aluminium"],
    ["Watering Can", "garden-tools", 3200, 1100, "zinc"],
    ["Hand Trowel", "garden-tools", 1450, 310, "steel"],
    ["Pruning Shears", "garden-tools", 3900, 290, "steel"],
    ["Flower Pot", "pots-planters", 1990, 1600, "terracotta"],
    ["Window Box", "pots-planters", 2890, 2300, "terracotta"],
    ["Linen Towel", "textiles", 1590, 180, "linen"],
    ["Wool Blanket", "textiles", 9900, 1500, "wool"],
    ["Cushion", "textiles", 3600, 620, "linen"],
    ["Notebook", "paper", 1190, 310, "paper"],
    ["Desk Calendar", "paper", 1690, 280, "paper"],
    ["Letter Tray", "paper", 2490, 700, "ash"]]');

CREATE TEMP TABLE colours AS
SELECT key AS k, value AS word FROM json_each('[
    "natural", "slate", "moss green", "chalk", "rust", "ink blue", "sand"]');
