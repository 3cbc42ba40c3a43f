-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the ordering service, second part. 840 orders were placed: 1 to 160 from 2014 to 2016,
-- 161 to 400 from 2017 to 2020 (moved to the archive), 401 to 840 from 2021 to 2024.
SAVEPOINT rows_orders;

CREATE TEMP TABLE placed AS
WITH dated AS (
    SELECT i, a, b, c,
           CASE WHEN i <= 160 THEN date('2014-03-03', (i * 64 / 10) || ' days')
                WHEN i <= 400 THEN date((2017 + (i - 161) / 60) || '-01-03', ((i - 161) % 60 * 6) || ' days')
                ELSE date('2021-01-02', ((i - 400) * 33 / 10) || ' days') END AS day
    FROM temp.seq WHERE i <= 840
)
SELECT i AS id, a, b, c, day,
       printf('%s-%05d', substr(day, 1, 4), 10000 + i * 7) AS order_no,
       -- somebody who was a customer on that day; every 33rd order is a guest's
       iif(i % 33 = 0, 0, 1 + a % max(1,
           min(300, CAST(julianday(day) - julianday('2014-02-10') AS INTEGER) * 10 / 129)))
           AS customer_id,
       datetime(day, '+6 hours', (b % 960) || ' minutes', (c % 60) || ' seconds') AS ordered_at,
       CASE WHEN i > 832 THEN 'new' WHEN i > 826 THEN 'paid' WHEN i > 818 THEN 'picking'
            WHEN b % 13 = 0 THEN 'cancelled' WHEN i > 800 THEN 'shipped' ELSE 'delivered' END AS status,
       iif(i BETWEEN 161 AND 400, 0, 1) AS is_live
FROM dated;

CREATE TEMP TABLE placed_items AS
SELECT o.id AS order_id, n.i AS line_no,
       -- something that was on sale on that day; seven articles of 2014 were purged (9001 to 9007)
       iif(o.id % 20 = 4 AND o.id < 140 AND n.i = 1, 9001 + o.id / 20,
           1 + (o.b + n.i * 61) % max(4, min(240,
               CAST(julianday(o.day) - julianday('2014-03-16') AS INTEGER) / 15))) AS product_id,
       1 + (o.c + n.i) % 2 * (o.a % 2) AS wanted_variant,
       1 + (o.a + n.i) % 3 AS quantity
FROM placed o
JOIN temp.seq n ON n.i <= 1 + (o.a + o.c) % 4;

INSERT INTO tmp_orders (
    id, order_no, customer_id, parent_order_id, channel, status, state, type, currency, subtotal_cents,
    shipping_cents, discount_cents, address_no, delivery_date, data, created_by, ordered_at, paid_at,
    shipped_at, deleted_at
)
SELECT o.id, o.order_no, o.customer_id,
       iif(o.id % 45 = 0 AND o.id > 401, o.id - 1, NULL),
       1 + o.b % 4, o.status,
       CASE WHEN o.id <= 160 THEN 9 WHEN o.status IN ('delivered', 'cancelled') THEN 2
            WHEN o.id % 5 = 0 AND o.status = 'new' THEN 0 ELSE 1 END,
       iif(c.company IS NULL, 'C', 'B'), c.currency,
       (SELECT sum(l.quantity * coalesce(p.price_cents, 1990))
        FROM placed_items l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = o.id),
       iif(o.a % 5 = 0, 0, 490), iif(o.c % 6 = 0, 500, 0),
       iif(c.address_2 IS NOT NULL AND o.b % 3 = 0, 2, 1),
       iif(1 + o.b % 4 = 3, 'ASAP', strftime('%d/%m/%Y', o.day, (2 + o.a % 6) || ' days')),
       CASE WHEN o.id <= 160 THEN 'agent=' || (json_array('msie', 'firefox', 'safari') ->> (o.a % 3))
            WHEN o.id % 3 = 0 THEN json_object('source', json_array('app', 'web', 'partner') ->> (o.a % 3), 'gift',
                json('false'))
            END,
       iif(1 + o.b % 4 = 2, (SELECT id FROM temp.uuids WHERE k = 1 + o.c % 24), NULL),
       o.ordered_at,
       iif(o.status IN ('new', 'cancelled'), NULL, datetime(o.ordered_at, (o.a % 70) || ' hours')),
       iif(o.status IN ('shipped', 'delivered'), datetime(o.ordered_at, (72 + o.a % 30) || ' hours'), NULL),
       iif(o.status = 'cancelled' AND o.id % 2 = 0, datetime(o.ordered_at, '+30 days'), NULL)
FROM placed o
JOIN customers c ON c.id = o.customer_id
WHERE o.is_live;

INSERT INTO order_items (order_id, line_no, product_id, variant_no, quantity, unit_price_cents)
SELECT l.order_id, l.line_no, l.product_id,
       coalesce(min(l.wanted_variant, (SELECT max(variant_no) FROM product_variants v
           WHERE v.product_id = l.product_id)), 1),
       l.quantity, coalesce(p.price_cents, 1990)
FROM placed_items l
JOIN tmp_orders o    ON o.id = l.order_id
LEFT JOIN products p ON p.id = l.product_id;

INSERT INTO order_status_history (order_id, seq, old_status, new_status, changed_at)
SELECT o.id, row_number() OVER (PARTITION BY o.id ORDER BY h.key),
       h.value ->> 0, h.value ->> 1, datetime(o.ordered_at, (h.key * 20) || ' hours')
FROM tmp_orders o
JOIN json_each('[[null, "new"], ["new", "paid"], ["paid", "picking"], ["picking", "shipped"],
                 ["shipped", "delivered"], ["new", "cancelled"]]') h
WHERE CASE o.status WHEN 'cancelled' THEN h.key IN (0, 5) WHEN 'new' THEN h.key = 0 WHEN 'paid' THEN h.key < 2
                    WHEN 'picking' THEN h.key < 3 WHEN 'shipped' THEN h.key < 4 ELSE h.key < 5 END;

-- Five notes were written by people whose accounts are gone.
INSERT INTO orderNotes (noteId, orderId, authorId, noteText, createdDate)
SELECT row_number() OVER (ORDER BY o.id), o.id,
       CASE WHEN o.id IN (15, 45, 75, 105, 135) THEN upper(u.id) WHEN o.id % 11 = 0 THEN NULL ELSE u.id END,
       json_array('Customer asks for delivery on Saturday.', 'Called back, line busy.',
           'Gift, please no invoice in the box.',
                  'Neighbour takes the parcel.', 'Address checked with customer.',
                  'Wants the blue one after all.') ->> (p.c % 6),
       strftime('%d.%m.%Y', p.day, '+1 day')
FROM tmp_orders o
JOIN placed p     ON p.id = o.id
JOIN temp.uuids u ON u.k = 1 + p.b % 24
WHERE o.id % 15 = 0 OR o.id % 2 = 1;

INSERT INTO carriers (code, name, tracking_url, is_active) VALUES
    ('DHL',   'DHL Paket',      'https://tracking.example/dhl/%s',    1),
    ('DPD',   'DPD',            'https://tracking.example/dpd/%s',    1),
    ('GLS',   'GLS',            'https://tracking.example/gls/%s',    1),
    ('POSTNL', 'PostNL',        'https://tracking.example/postnl/%s', 1),
    ('BIKE',  'Hafenkurier',    NULL,                                 0),
    ('SELF',  'Collected by customer', NULL,                          1);

-- Three parcels left from a gate that no table knows.
INSERT INTO shipments (
    id, order_id, carrier_code, warehouse_code, tracking_no, status, shipped_at, delivered_at
)
SELECT 5000 + row_number() OVER (ORDER BY o.id), o.id,
       json_array('DHL', 'DHL', 'DPD', 'GLS', 'POSTNL', 'BIKE', 'SELF') ->> (p.a % 7),
       CASE WHEN o.id IN (21, 22, 23) THEN 'OLD1' WHEN o.id <= 160 THEN 'HAM0'
            WHEN o.id > 470 AND p.b % 5 = 0 THEN 'RTM1' WHEN p.b % 2 = 0 THEN 'LEJ1' ELSE 'HAM1' END,
       iif(p.a % 7 = 6, NULL, printf('%014d', 340434000000 + o.id * 7919)),
       iif(o.status = 'shipped', 2, 4), o.shipped_at,
       iif(o.status = 'delivered', datetime(o.shipped_at, (20 + p.c % 60) || ' hours'), NULL)
FROM tmp_orders o
JOIN placed p ON p.id = o.id
WHERE o.shipped_at IS NOT NULL;

INSERT INTO shipment_items (shipment_id, order_id, line_no, quantity)
SELECT s.id, i.order_id, i.line_no, i.quantity
FROM shipments s
JOIN order_items i ON i.order_id = s.order_id;

INSERT INTO ReturnRequests (
    ReturnRequestId, OrderId, LineNo, Quantity, ReasonCode, Status, HandledBy, CreatedAt, ClosedAt
)
SELECT row_number() OVER (ORDER BY i.order_id, i.line_no), i.order_id, i.line_no, 1,
       json_array(1, 2, 3, 4, 99) ->> (i.product_id % 5),
       CASE i.product_id % 6 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 8 ELSE 3 END,
       (SELECT id FROM temp.uuids WHERE k = 1 + i.order_id % 36),
       datetime(o.shipped_at, '+9 days'),
       iif(i.product_id % 6 IN (0, 1), NULL, datetime(o.shipped_at, '+15 days'))
FROM order_items i
JOIN tmp_orders o ON o.id = i.order_id
WHERE o.ordered_at >= '2022' AND o.status = 'delivered' AND (i.order_id * 3 + i.line_no * 5) % 7 = 0;

INSERT INTO coupon_redemptions (coupon_code, order_id, redeemed_at)
SELECT k.code, o.id, o.ordered_at
FROM tmp_orders o
JOIN placed p ON p.id = o.id
JOIN (SELECT code, row_number() OVER (ORDER BY valid_until, code) - 1 AS n FROM coupons) k
    ON k.n = (o.id / 21) % 40
WHERE o.discount_cents > 0;

INSERT INTO orders_bak_2019
SELECT id, order_no, customer_id, 1 + b % 4, status, 2, 'EUR', 1990 + a % 9000, 490, 0, ordered_at
FROM placed WHERE ordered_at < '2019-02-11';

CREATE TEMP TABLE archived AS
SELECT p.id, p.order_no, p.customer_id, p.status, 'EUR' AS currency,
       (SELECT sum(l.quantity * coalesce(q.price_cents, 1990)) FROM placed_items l
        LEFT JOIN products q ON q.id = l.product_id WHERE l.order_id = p.id) AS total_cents,
       p.ordered_at, date(substr(p.day, 1, 4) || '-01-07', '+1 year') || ' 03:00:00' AS archived_at
FROM placed p WHERE NOT p.is_live;

INSERT INTO order_archive_2017 SELECT * FROM archived WHERE ordered_at LIKE '2017%';
INSERT INTO order_archive_2018 SELECT * FROM archived WHERE ordered_at LIKE '2018%';
INSERT INTO order_archive_2019 SELECT * FROM archived WHERE ordered_at LIKE '2019%';
INSERT INTO order_archive_2020 SELECT * FROM archived WHERE ordered_at LIKE '2020%';

RELEASE rows_orders;
