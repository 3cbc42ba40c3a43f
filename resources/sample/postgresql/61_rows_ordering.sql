-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the ordering service. 80 orders were placed: 1 to 20 from 2014 to 2016,
-- 21 to 40 from 2017 to 2020 (moved to the archive), 41 to 80 from 2021 to 2024.

SET ROLE shop_owner;
SET search_path = ordering;
SET TIME ZONE 'UTC';

CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, VARIADIC list text[]) RETURNS text
    LANGUAGE sql IMMUTABLE AS 'SELECT list[1 + n % array_length(list, 1)]';
CREATE OR REPLACE FUNCTION pg_temp.agent(k bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$ SELECT md5('agent ' || k)::uuid $$;

INSERT INTO customers (id, customer_no, first_name, last_name, locale, status, created_at)
VALUES (0, 'C-000000', 'Guest', 'UNKNOWN', 'xx_XX', 9, '2014-02-10 00:00Z');
INSERT INTO customers (
    id, customer_no, email, first_name, last_name, company, birth_date, locale, referrer_id, status,
    flag1, flag2, address_1, zip_1, city_1, country_1, billing_name, billing_terms_days, feature_wishlist,
    is_newsletter, is_business, loyalty_points, loyalty_level, preferences, created_at, created_by,
    deleted_at
)
SELECT n, 'C-' || to_char(10000 + n * 37, 'FM000000'),
       lower(replace(f || '.' || l, ' ', '')) || n || '@mail.example', f, l,
       CASE WHEN n % 9 = 0 THEN l || ' GmbH' END,
       CASE WHEN n % 5 = 0 THEN '01.01.1900' ELSE to_char(date '1950-01-01' + n * 317, 'DD.MM.YYYY') END,
       'de_DE', CASE WHEN n > 10 AND n % 8 = 0 THEN n / 2 END, CASE WHEN n % 25 = 0 THEN 9 ELSE 1 + n % 3 % 2 END,
       CASE WHEN n % 10 = 0 THEN 1 ELSE 0 END, n % 2,
       pg_temp.pick(n * 5, 'Lindenweg', 'Hafenstraße', 'Am Markt', 'Mühlengasse',
           'Uferweg') || ' ' || 1 + n * 7 % 90,
       '2' || to_char(n * 131, 'FM0000'), pg_temp.pick(n, 'Hamburg', 'Leipzig', 'Bremen'), 'DE',
       CASE WHEN n % 9 = 0 THEN l || ', accounts' END, CASE WHEN n % 9 = 0 THEN 30 ELSE 14 END,
       n % 2 = 0, n % 3 = 0, n % 9 = 0, n * 211 % 4200, pg_temp.pick(n, 'B', 'B', 'S', 'G'),
       CASE WHEN n < 25 THEN 'mail=1;lang=de' ELSE '{"mail": true, "theme": "auto"}' END,
       timestamptz '2014-02-10 09:00Z' + n * interval '77 days',
       CASE WHEN n % 12 = 0 THEN pg_temp.agent(n % 10 + 1)::text END,
       CASE WHEN n % 25 = 0 THEN timestamptz '2014-02-10 09:00Z' + n * interval '77 days' + interval '410 days' END
FROM generate_series(1, 50) n
CROSS JOIN LATERAL (SELECT pg_temp.pick(n, 'Anna', 'Jonas', 'Mira', 'Paul', 'Leonie', 'Emil', 'Clara', 'Henrik',
    'Sofia', 'Elif', 'Greta') AS f,
                           pg_temp.pick(n, 'Berger', 'Lindqvist', 'Kowalski', 'Hoffmann', 'Moreau', 'Vogt',
                               'De Vries', 'Novak', 'Rossi') AS l) name;

INSERT INTO carts (id, customer_id, channel, touched_at)
SELECT md5('cart ' || n)::uuid, CASE WHEN n % 3 = 0 THEN NULL ELSE n END, 1 + n % 3, 1654000000 + n * 2300000
FROM generate_series(1, 30) n;
-- Two lines name products that were never imported.
INSERT INTO cart_items (cart_id, product_id, quantity)
SELECT md5('cart ' || n)::uuid, CASE WHEN n IN (7, 14) AND i = 1 THEN 8000 + n ELSE 1 + (n * 5 + i * 11) % 48 END,
       1 + i % 3
FROM generate_series(1, 30) n, generate_series(1, 2) i;

INSERT INTO coupons (code, percent, amount_cents, valid_until, campaign_name)
SELECT pg_temp.pick(n, 'FJORD', 'LINDEN', 'MOSS') || 10 + n, CASE WHEN n % 3 > 0 THEN 5 + n % 4 * 5 END,
       CASE WHEN n % 3 = 0 THEN 500 END,
       CASE WHEN n % 6 = 0 THEN date '9999-12-31' ELSE date '2015-01-31' + n * 270 END,
       pg_temp.pick(n, 'Spring', 'Advent') || ' ' || 2014 + n % 10
FROM generate_series(1, 12) n;

CREATE TEMP TABLE placed AS
SELECT n AS id, CASE WHEN n % 16 = 0 THEN 0
            ELSE 1 + n * 7 % greatest(1, least(50, (day - date '2014-02-10') / 77)) END AS customer_id, day,
       to_char(day, 'YYYY') || '-' || 10000 + n * 7 AS order_no,
       day + interval '9 hours' + n * interval '7 minutes' AS ordered_at,
       (CASE WHEN n > 78 THEN 'new' WHEN n > 76 THEN 'paid' WHEN n > 75 THEN 'picking'
            WHEN n % 13 = 0 THEN 'cancelled'
             WHEN n > 70 THEN 'shipped' ELSE 'delivered' END)::order_status AS status, n NOT BETWEEN 21
             AND 40 AS is_live
FROM generate_series(1, 80) n
CROSS JOIN LATERAL (SELECT CASE WHEN n <= 20 THEN date '2014-05-03' + n * 48
                                WHEN n <= 40 THEN make_date(2017 + (n - 21) / 5, 1, 9) + (n - 21) % 5 * 70
                                ELSE date '2021-01-02' + (n - 40) * 36 END AS day) d;

INSERT INTO tmp_orders (
    id, order_no, customer_id, parent_order_id, channel, status, state, type, subtotal_cents,
    shipping_cents, discount_cents, delivery_date, data, created_by, ordered_at, paid_at, shipped_at,
    deleted_at
)
SELECT id, order_no, customer_id, CASE WHEN id IN (50, 60) THEN id - 1 END, 1 + id % 4, status,
       CASE WHEN id <= 20 THEN 9 WHEN status IN ('delivered', 'cancelled') THEN 2 WHEN id = 80 THEN 0 ELSE 1 END,
       CASE WHEN customer_id % 9 = 0 AND customer_id > 0 THEN 'B' ELSE 'C' END, 1990 + id * 731 % 19000, 490,
       CASE WHEN id % 6 = 0 THEN 500 ELSE 0 END, CASE WHEN id % 4 = 2 THEN 'ASAP'
            ELSE to_char(day + 4, 'DD/MM/YYYY') END,
       CASE WHEN id <= 20 THEN 'agent=firefox' WHEN id % 3 = 0 THEN '{"source": "app", "gift": false}' END,
       CASE WHEN id % 4 = 1 THEN pg_temp.agent(1 + id % 10)::text END, ordered_at,
       CASE WHEN status NOT IN ('new', 'cancelled') THEN ordered_at + interval '20 hours' END,
       CASE WHEN status IN ('shipped', 'delivered') THEN ordered_at + interval '3 days' END,
       CASE WHEN status = 'cancelled' AND id % 2 = 0 THEN ordered_at + interval '30 days' END
FROM placed WHERE is_live;
SELECT setval('tmp_orders_id_seq', 80);

-- Three lines name articles that were purged in 2016 (9001 to 9003).
INSERT INTO order_items (order_id, line_no, product_id, variant_no, quantity, unit_price_cents)
SELECT o.id, i, CASE WHEN o.id IN (4, 8, 12) AND i = 1 THEN 9000 + o.id / 4 ELSE 1 + (o.id * 5 + i * 11) % 48 END,
       1, 1 + i % 3,
       1290 + (o.id * 5 + i * 11) % 48 * 100
FROM tmp_orders o CROSS JOIN generate_series(1, 4) i WHERE i <= 1 + o.id % 4;

INSERT INTO order_status_history (order_id, seq, old_status, new_status, changed_at)
SELECT o.id, h.seq, h.before::order_status, h.after::order_status, o.ordered_at + (h.seq - 1) * interval '20 hours'
FROM tmp_orders o
JOIN (VALUES (1, NULL, 'new'), (2, 'new', 'paid'), (3, 'paid', 'picking'), (4, 'picking', 'shipped'),
    (5, 'shipped', 'delivered')) h (seq, before, after)
    ON h.after::order_status <= o.status AND o.status <> 'cancelled';

-- One note was written by somebody whose account is gone.
INSERT INTO "orderNotes" ("noteId", "orderId", "authorId", "noteText", "createdDate")
SELECT row_number() OVER (ORDER BY id), id, CASE WHEN id = 15 THEN md5('gone')::uuid
            ELSE pg_temp.agent(1 + id % 10) END,
       pg_temp.pick(id, 'Customer asks for delivery on Saturday.', 'Called back, line busy.',
           'Neighbour takes the parcel.', 'Gift, no invoice in the box.'),
       to_char(ordered_at, 'DD.MM.YYYY')
FROM tmp_orders WHERE id % 3 = 0;

INSERT INTO carriers (code, name, tracking_url, is_active) VALUES
    ('DHL', 'DHL Paket', 'https://tracking.example/dhl/%s', true),
    ('DPD', 'DPD', 'https://tracking.example/dpd/%s', true),
    ('BIKE', 'Hafenkurier', NULL, false), ('SELF', 'Collected by customer', NULL, true);
-- One parcel left from a gate that no table knows.
INSERT INTO shipments (
    id, order_id, carrier_code, warehouse_code, tracking_no, status, shipped_at, delivered_at
)
SELECT 5000 + id, id, pg_temp.pick(id, 'DHL', 'DHL', 'DPD', 'BIKE', 'SELF'),
       CASE WHEN id = 3 THEN 'OLD1' WHEN id <= 20 THEN 'HAM0' ELSE pg_temp.pick(id, 'HAM1', 'LEJ1', 'RTM1') END,
       'JD' || 340434000000 + id * 7919, CASE status WHEN 'shipped' THEN 2 ELSE 4 END, shipped_at,
       CASE status WHEN 'delivered' THEN shipped_at + interval '30 hours' END
FROM tmp_orders WHERE shipped_at IS NOT NULL;
INSERT INTO shipment_items (shipment_id, order_id, line_no, quantity)
SELECT s.id, i.order_id, i.line_no, i.quantity FROM shipments s JOIN order_items i USING (order_id);

INSERT INTO "ReturnRequests" (
    "ReturnRequestId", "OrderId", "LineNo", "ReasonCode", "Status", "HandledBy", "CreatedAt", "ClosedAt"
)
SELECT row_number() OVER (ORDER BY o.id), o.id, 1, (ARRAY[1, 2, 3, 4, 99])[1 + o.id % 5], CASE o.id % 4
            WHEN 0 THEN 0 WHEN 1 THEN 8 ELSE 3 END,
       pg_temp.agent(1 + o.id % 10), o.shipped_at + interval '9 days',
       CASE WHEN o.id % 4 > 0 THEN o.shipped_at + interval '15 days' END
FROM tmp_orders o WHERE o.id > 50 AND o.status = 'delivered';

-- Two redemptions belong to orders that went to the archive (24 and 36).
INSERT INTO coupon_redemptions (coupon_code, order_id, redeemed_at)
SELECT c.code, p.id, p.ordered_at
FROM placed p JOIN (SELECT code, row_number() OVER (ORDER BY code) AS n FROM coupons) c ON c.n = 1 + p.id % 12
WHERE p.id % 6 = 0 AND p.is_live OR p.id IN (24, 36);
ALTER TABLE coupon_redemptions ADD CONSTRAINT coupon_redemptions_order_id_fkey
    FOREIGN KEY (order_id) REFERENCES tmp_orders (id) ON DELETE CASCADE NOT VALID;

INSERT INTO order_archive
SELECT id, order_no, customer_id, status::text, 'EUR', 2480 + id * 731 % 19000, ordered_at,
       make_date(extract(year FROM day)::int + 1, 1, 7)
FROM placed WHERE NOT is_live;
INSERT INTO orders_bak_2019
SELECT id, order_no, customer_id, 1 + id % 4, status::text, 2, 'EUR', 1990 + id * 731 % 19000, 490, 0, ordered_at
FROM placed WHERE day < '2019-02-11';

RESET ROLE;
RESET search_path;
RESET TIME ZONE;
