-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the support service.
SAVEPOINT rows_support;

INSERT INTO teams (id, name, lead_id, mailbox)
SELECT s.key + 1, s.value ->> 0, (SELECT id FROM temp.uuids WHERE k = 2 + s.key), s.value ->> 1
FROM json_each('[["Telephone desk", "phone@shop.example"], ["Mail", "help@shop.example"],
                 ["Returns", "returns@shop.example"], ["Accounts", "accounts@shop.example"],
                 ["Assortment", "assortment@shop.example"], ["Night shift", "night@shop.example"]]') s;

INSERT INTO agents (id, legacy_no, name, email, team_id, manager_id, hired_on, left_on)
VALUES ('00000000-0000-0000-0000-000000000000', NULL, 'UNKNOWN', 'nobody@shop.example', 2, NULL,
        '2014-02-01', '9999-12-31');

-- Agents 1 to 24 have a staff number of the old system (100 to 123), later ones have none.
INSERT INTO agents (id, legacy_no, name, email, team_id, manager_id, hired_on, left_on)
SELECT u.id, iif(s.i <= 24, 99 + s.i, NULL), f.word || ' ' || l.word,
       lower(f.word) || printf('%02d', s.i) || '@shop.example', 1 + s.i % 6,
       CASE WHEN s.i = 1 THEN NULL WHEN s.i <= 7 THEN (SELECT id FROM temp.uuids WHERE k = 1)
            ELSE (SELECT id FROM temp.uuids WHERE k = 2 + s.i % 6) END,
       date('2014-02-01', (s.i * 100) || ' days'),
       iif(s.i % 7 = 3, date('2014-02-01', (s.i * 100 + 900) || ' days'), '9999-12-31')
FROM temp.seq s
JOIN temp.uuids u       ON u.k = s.i
JOIN temp.first_names f ON f.k = (s.i * 5) % 37
JOIN temp.last_names l  ON l.k = (s.i * 7) % 41
WHERE s.i <= 36;

-- Four tickets belong to customers who were removed by hand in 2018 (ids 9101 to 9104).
INSERT INTO tickets (
    id, customer_id, order_id, subject, status, state, priority, channel, assigned_to, merged_into_id,
    is_deleted, opened_at, closed_at
)
SELECT s.i,
       iif(s.i IN (90, 100, 110, 120), 9091 + (s.i - 80) / 10 + 9, p.customer_id),
       CASE WHEN NOT p.is_live AND s.i % 5 <> 0 THEN 0 WHEN s.i % 4 = 1 THEN 0 ELSE p.id END,
       json_array('Where is my parcel?', 'Lid does not fit', 'Please send the invoice again', 'Arrived broken',
                  'Wrong colour', 'Change of address', 'Coupon not accepted', 'Question about the glaze',
                  'Charged twice', 'Wish to return') ->> (s.b % 10),
       CASE WHEN s.i > 392 THEN 0 WHEN s.i > 380 THEN 1 + s.i % 3 WHEN s.c % 30 = 0 THEN 2
            WHEN s.c % 9 = 0 THEN 5 ELSE 4 END,
       CASE WHEN s.i < 200 THEN NULL ELSE json_array('tagged', 'untagged', 'auto-closed') ->> (s.a % 3) END,
       1 + s.a % 5, json_array('mail', 'phone', 'chat', 'letter', 'mail', 'chat') ->> (s.c % 6),
       CASE WHEN s.i % 29 = 0 THEN '00000000-0000-0000-0000-000000000000' WHEN s.i > 396 THEN NULL
            ELSE (SELECT id FROM temp.uuids WHERE k = 1 + s.b % 36) END,
       iif(s.i % 31 = 0, s.i - 1, NULL),
       s.i % 37 = 0,
       datetime(p.ordered_at, (1 + s.a % 9) || ' days'),
       iif(s.i > 380 OR s.c % 30 = 0, NULL, datetime(p.ordered_at, (10 + s.a % 12) || ' days'))
FROM temp.seq s
JOIN placed p ON p.id = s.i * 2 + 20
WHERE s.i <= 400;

INSERT INTO ticketMessages (messageId, ticketId, authorType, authorId, body, sentAt)
SELECT row_number() OVER (ORDER BY t.id, n.i), t.id, iif(n.i % 2 = 1, 'customer', 'agent'),
       iif(n.i % 2 = 1, CAST(t.customer_id AS TEXT),
           coalesce(t.assigned_to, '00000000-0000-0000-0000-000000000000')),
       CASE WHEN n.i = 1 THEN 'Hello, ' || lower(substr(t.subject, 1, 1)) || substr(t.subject, 2)
            WHEN n.i = 2 THEN 'Thank you for writing to us. We look into it.'
            ELSE 'Thanks, that helped.' END,
       CAST(strftime('%s', t.opened_at, ((n.i - 1) * 5) || ' hours') AS INTEGER) * 1000 + t.id % 1000
FROM tickets t
JOIN temp.seq s ON s.i = t.id
JOIN temp.seq n ON n.i <= 1 + s.a % 3;

INSERT INTO KnowledgeArticles (ArticleId, Title, Body, ProductId, AuthorId, Revision, PublishedAt, CreatedAt)
SELECT s.i, CASE WHEN s.i % 3 = 0 THEN json_array('How to return an order', 'Paying by invoice', 'Delivery times',
                                                  'Changing your address') ->> (s.i / 3 % 4)
                 ELSE json_array('Caring for your ', 'Spare parts for ',
                     'Using the ') ->> (s.i % 3) || p.title END,
       'See the printed leaflet, page ' || (1 + s.a % 12) || '.',
       CASE WHEN s.i % 3 = 0 THEN NULL WHEN s.i IN (20, 40) THEN 9000 + s.i / 20 ELSE p.id END,
       u.id, 1 + s.b % 6, iif(s.i % 10 = 7, NULL, datetime('2022-03-05', (s.i * 16) || ' days')),
       datetime('2022-03-01', (s.i * 16) || ' days', '+9 hours')
FROM temp.seq s
JOIN products p   ON p.id = 1 + s.a % 240
JOIN temp.uuids u ON u.k = 1 + s.c % 36
WHERE s.i <= 60;

INSERT INTO SatisfactionSurveys (TicketId, CustomerNo, Score, Remark, AnsweredAt)
SELECT t.id, c.customer_no, iif(s.b % 4 = 0, -1, s.c % 11),
       iif(s.b % 4 <> 0 AND s.a % 3 = 0, json_array('Quick and kind.', 'Too slow.', 'All good.') ->> (s.c % 3),
           NULL),
       iif(s.b % 4 = 0, NULL, datetime(t.closed_at, '+2 days'))
FROM tickets t
JOIN customers c ON c.id = t.customer_id
JOIN temp.seq s  ON s.i = t.id
WHERE t.status IN (4, 5) AND t.id % 2 = 0;

RELEASE rows_support;
