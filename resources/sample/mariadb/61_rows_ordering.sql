-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the ordering service. 80 orders were placed: 1 to 20 from 2014 to 2016,
-- 21 to 40 from 2017 to 2020 (moved to the archive), 41 to 80 from 2021 to 2024.

USE shop_ordering;
SET NAMES utf8mb4;
SET SESSION sql_mode = concat(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO');

INSERT INTO customers (id, customer_no, first_name, last_name, locale, status, created_at)
VALUES (0, 'C-000000', 'Guest', 'UNKNOWN', 'xx_XX', 9, '2014-02-10 00:00:00');
INSERT INTO customers (
    id, customer_no, email, first_name, last_name, company, birth_date, referrer_id, status, flag1, flag2,
    address_1, zip_1, city_1, country_1, billing_name, billing_terms_days, feature_wishlist,
    is_newsletter, is_business, loyalty_points, loyalty_level, preferences, created_at, created_by,
    deleted_at
)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50),
named AS (
    SELECT i, elt(1 + i MOD 11, 'Anna', 'Jonas', 'Mira', 'Paul', 'Leonie', 'Emil', 'Clara', 'Henrik', 'Sofia',
               'Elif', 'Greta') AS f,
           elt(1 + i MOD 9, 'Berger', 'Lindqvist', 'Kowalski', 'Hoffmann', 'Moreau', 'Vogt', 'De Vries', 'Novak',
               'Rossi') AS l
    FROM n
)
SELECT i, concat('C-', lpad(10000 + i * 37, 6, '0')),
       lower(concat(f, '.', replace(l, ' ', ''), i, '@mail.example')), f, l,
       if(i MOD 9 = 0, concat(l, ' GmbH'), NULL),
       if(i MOD 5 = 0, '01.01.1900', date_format(date_add('1950-01-01', INTERVAL i * 317 DAY), '%d.%m.%Y')),
       if(i > 10 AND i MOD 8 = 0, i DIV 2, NULL), if(i MOD 25 = 0, 9, 1 + i MOD 3 MOD 2), i MOD 10 = 0, i MOD 2,
       concat(elt(1 + i * 5 MOD 4, 'Lindenweg', 'Hafenstraße', 'Am Markt', 'Mühlengasse'), ' ', 1 + i * 7 MOD 90),
       concat('2', lpad(i * 131, 4, '0')), elt(1 + i MOD 3, 'Hamburg', 'Leipzig', 'Bremen'), 'DE',
       if(i MOD 9 = 0, concat(l, ', accounts'), NULL), if(i MOD 9 = 0, 30, 14), i MOD 2 = 0, i MOD 3 = 0,
       i MOD 9 = 0,
       i * 211 MOD 4200, elt(1 + i MOD 4, 'B', 'B', 'S', 'G'),
       if(i < 25, 'mail=1, lang=de', '{"mail": true, "theme": "auto"}'),
       date_add('2014-02-10 09:00:00', INTERVAL i * 77 DAY),
       if(i MOD 12 = 0, shop_support.uuid_of(concat('agent ', i MOD 10 + 1)), NULL),
       if(i MOD 25 = 0, date_add('2014-02-10 09:00:00', INTERVAL i * 77 + 410 DAY), NULL)
FROM named;

INSERT INTO carts (id, customer_id, channel, touched_at)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
SELECT shop_support.uuid_of(concat('cart ', i)), if(i MOD 3 = 0, NULL, i), 1 + i MOD 3, 1654000000 + i * 2300000
FROM n;
-- Two lines name products that were never imported.
INSERT INTO cart_items (cart_id, product_id, quantity)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
SELECT shop_support.uuid_of(concat('cart ', i)),
       if(i IN (7, 14) AND v.no = 1, 8000 + i, 1 + (i * 5 + v.no * 11) MOD 48), 1 + v.no MOD 3
FROM n JOIN (SELECT 1 AS no UNION SELECT 2) v;

INSERT INTO coupons (code, percent, amount_cents, valid_until, campaign_name)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT concat(elt(1 + i MOD 3, 'FJORD', 'LINDEN', 'MOSS'), 10 + i), if(i MOD 3 > 0, 5 + i MOD 4 * 5, NULL),
       if(i MOD 3 = 0, 500, NULL),
       if(i MOD 6 = 0, '9999-12-31', date_add('2015-01-31', INTERVAL i * 270 DAY)),
       concat(elt(1 + i MOD 2, 'Spring', 'Advent'), ' ', 2014 + i MOD 10)
FROM n;

CREATE TEMPORARY TABLE placed AS
WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 80),
dated AS (
    SELECT id, CASE WHEN id <= 20 THEN date_add('2014-05-03', INTERVAL id * 48 DAY)
                    WHEN id <= 40 THEN date_add(makedate(2017 + (id - 21) DIV 5, 9),
                        INTERVAL (id - 21) MOD 5 * 70 DAY)
                    ELSE date_add('2021-01-02', INTERVAL (id - 40) * 36 DAY) END AS day
    FROM n
)
SELECT id, date(day) AS day, concat(year(day), '-', 10000 + id * 7) AS order_no,
       if(id MOD 16 = 0, 0, 1 + id * 7 MOD greatest(1,
           least(50, datediff(day, '2014-02-10') DIV 77))) AS customer_id,
       date_add(date_add(day, INTERVAL 9 HOUR), INTERVAL id * 7 MINUTE) AS ordered_at,
       CASE WHEN id > 78 THEN 'new' WHEN id > 76 THEN 'paid' WHEN id > 75 THEN 'picking'
            WHEN id MOD 13 = 0 THEN 'cancelled'
            WHEN id > 70 THEN 'shipped' ELSE 'delivered' END AS status,
       id NOT BETWEEN 21 AND 40 AS is_live
FROM dated;

INSERT INTO tmp_orders (
    id, order_no, customer_id, parent_order_id, channel, status, state, type, subtotal_cents,
    shipping_cents, discount_cents, delivery_date, data, created_by, ordered_at, paid_at, shipped_at,
    deleted_at
)
SELECT id, order_no, customer_id, if(id IN (50, 60), id - 1, NULL), 1 + id MOD 4, status,
       CASE WHEN id <= 20 THEN 9 WHEN status IN ('delivered', 'cancelled') THEN 2 WHEN id = 80 THEN 0 ELSE 1 END,
       if(customer_id MOD 9 = 0 AND customer_id > 0, 'B', 'C'), 1990 + id * 731 MOD 19000, 490,
       if(id MOD 6 = 0, 500, 0),
       if(id MOD 4 = 2, 'ASAP', date_format(date_add(day, INTERVAL 4 DAY), '%d/%m/%Y')),
       CASE WHEN id <= 20 THEN 'agent=firefox' WHEN id MOD 3 = 0 THEN '{"source": "app", "gift": false}' END,
       if(id MOD 4 = 1, shop_support.uuid_of(concat('agent ', 1 + id MOD 10)), NULL), ordered_at,
       if(status NOT IN ('new', 'cancelled'), date_add(ordered_at, INTERVAL 20 HOUR), NULL),
       if(status IN ('shipped', 'delivered'), date_add(ordered_at, INTERVAL 3 DAY), NULL),
       if(status = 'cancelled' AND id MOD 2 = 0, date_add(ordered_at, INTERVAL 30 DAY), NULL)
FROM placed WHERE is_live ORDER BY id;

-- Three lines name articles that were purged in 2016 (9001 to 9003).
INSERT INTO order_items (order_id, line_no, product_id, variant_no, quantity, unit_price_cents)
SELECT o.id, v.no, if(o.id IN (4, 8, 12) AND v.no = 1, 9000 + o.id DIV 4, 1 + (o.id * 5 + v.no * 11) MOD 48), 1,
       1 + v.no MOD 3,
       1290 + (o.id * 5 + v.no * 11) MOD 48 * 100
FROM tmp_orders o JOIN (SELECT 1 AS no UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) v ON v.no <= 1 + o.id MOD 4;

INSERT INTO order_status_history (order_id, seq, old_status, new_status, changed_at)
SELECT o.id, h.seq, elt(h.seq - 1, 'new', 'paid', 'picking', 'shipped'),
       elt(h.seq, 'new', 'paid', 'picking', 'shipped', 'delivered'),
       date_add(o.ordered_at, INTERVAL (h.seq - 1) * 20 HOUR)
FROM tmp_orders o
JOIN (SELECT 1 AS seq UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) h
     ON h.seq <= field(o.status, 'new', 'paid', 'picking', 'shipped', 'delivered');

-- One note was written by somebody whose account is gone.
INSERT INTO orderNotes (noteId, orderId, authorId, noteText, createdDate)
SELECT id DIV 3, id, shop_support.uuid_of(if(id = 15, 'gone', concat('agent ', 1 + id MOD 10))),
       elt(1 + id MOD 4, 'Customer asks for delivery on Saturday.', 'Called back, line busy.',
           'Neighbour takes the parcel.', 'Gift, no invoice in the box.'),
       date_format(ordered_at, '%d.%m.%Y')
FROM tmp_orders WHERE id MOD 3 = 0;

INSERT INTO carriers (code, name, tracking_url, is_active) VALUES
    ('DHL', 'DHL Paket', 'https://tracking.example/dhl/%s', 1),
    ('DPD', 'DPD', 'https://tracking.example/dpd/%s', 1),
    ('BIKE', 'Hafenkurier', NULL, 0), ('SELF', 'Collected by customer', NULL, 1);
-- One parcel left from a gate that no table knows.
INSERT INTO shipments (
    id, order_id, carrier_code, warehouse_code, tracking_no, status, shipped_at, delivered_at
)
SELECT 5000 + id, id, elt(1 + id MOD 5, 'DHL', 'DHL', 'DPD', 'BIKE', 'SELF'),
       CASE WHEN id = 3 THEN 'OLD1' WHEN id <= 20 THEN 'HAM0' ELSE elt(1 + id MOD 3, 'HAM1', 'LEJ1', 'RTM1') END,
       concat('JD', 340434000000 + id * 7919), if(status = 'shipped', 2, 4), shipped_at,
       if(status = 'delivered', date_add(shipped_at, INTERVAL 30 HOUR), NULL)
FROM tmp_orders WHERE shipped_at IS NOT NULL;
INSERT INTO shipment_items (shipment_id, order_id, line_no, quantity)
SELECT s.id, i.order_id, i.line_no, i.quantity FROM shipments s JOIN order_items i ON i.order_id = s.order_id;

INSERT INTO ReturnRequests (
    ReturnRequestId, OrderId, LineNo, ReasonCode, Status, HandledBy, CreatedAt, ClosedAt
)
SELECT row_number() OVER (ORDER BY o.id), o.id, 1, elt(1 + o.id MOD 5, 1, 2, 3, 4, 99),
       elt(1 + o.id MOD 4, 0, 8, 3, 3),
       shop_support.uuid_of(concat('agent ', 1 + o.id MOD 10)), date_add(o.shipped_at, INTERVAL 9 DAY),
       if(o.id MOD 4 > 0, date_add(o.shipped_at, INTERVAL 15 DAY), NULL)
FROM tmp_orders o WHERE o.id > 50 AND o.status = 'delivered';

INSERT INTO coupon_redemptions (coupon_code, order_id, redeemed_at)
SELECT c.code, o.id, o.ordered_at
FROM tmp_orders o JOIN (SELECT code, row_number() OVER (ORDER BY code) AS no FROM coupons) c
    ON c.no = 1 + o.id MOD 12
WHERE o.id MOD 6 = 0;

INSERT INTO order_archive
SELECT id, order_no, customer_id, status, 'EUR', 2480 + id * 731 MOD 19000, ordered_at, makedate(year(day) + 1, 7)
FROM placed WHERE NOT is_live;
INSERT INTO orders_bak_2019
SELECT id, order_no, customer_id, 1 + id MOD 4, status, 2, 'EUR', 1990 + id * 731 MOD 19000, 490, 0, ordered_at
FROM placed WHERE day < '2019-02-11';
DROP TEMPORARY TABLE placed;
