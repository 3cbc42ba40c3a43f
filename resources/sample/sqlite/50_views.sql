-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Views: the contracts that a service publishes, and the short cuts that people took.

-- Catalogue: the contracts, and one view for its own use.

CREATE VIEW v_products_v1 AS -- Contract, 2019. Forgets that products can be deleted.
SELECT id, sku, title, price_cents, status
FROM products;

CREATE VIEW v_products_v2 AS -- Contract, 2022
SELECT p.id            AS product_id,
       p.sku,
       p.title,
       b.name          AS brand,
       c.title         AS category,
       p.price_cents,
       p.tax_class,
       p.status
FROM products p
JOIN brands b     ON b.id = p.brand_id
JOIN categories c ON c.id = p.category_id
WHERE p.deleted_at IS NULL;

CREATE VIEW v_low_stock AS
SELECT s.warehouse_code, w.city, p.sku, p.title, s.variant_no, s.available
FROM stock_levels s
JOIN warehouses w ON w.code = s.warehouse_code
JOIN products p   ON p.id = s.product_id
WHERE s.available < 5;

-- Ordering: one contract, and views that look into other people's drawers.

CREATE VIEW v_customers_v1 AS -- Contract, 2019
SELECT id, customer_no, first_name || ' ' || last_name AS name, locale, status
FROM customers
WHERE deleted_at IS NULL;

CREATE VIEW v_orders AS
SELECT * FROM tmp_orders;

CREATE VIEW v_order_summary AS
SELECT o.id AS order_id, o.order_no, o.customer_id, o.ordered_at, o.status,
       count(*)                AS lines,
       sum(i.line_total_cents) AS goods_cents,
       min(p.title)            AS first_product
FROM tmp_orders o
JOIN order_items i   ON i.order_id = o.id
LEFT JOIN products p ON p.id = i.product_id
GROUP BY o.id;

CREATE VIEW v_order_archive AS
SELECT 2017 AS year, a.* FROM order_archive_2017 a
UNION ALL SELECT 2018, a.* FROM order_archive_2018 a
UNION ALL SELECT 2019, a.* FROM order_archive_2019 a
UNION ALL SELECT 2020, a.* FROM order_archive_2020 a;

CREATE VIEW v_shipping_board AS
SELECT s.id AS shipment_id, o.order_no, ca.name AS carrier, w.city AS sent_from,
       s.tracking_no, s.status
FROM shipments s
JOIN tmp_orders o  ON o.id = s.order_id
JOIN carriers ca   ON ca.code = s.carrier_code
JOIN warehouses w  ON w.code = s.warehouse_code
WHERE s.status < 4;

-- Billing

CREATE VIEW v_unpaid_invoices AS
SELECT i.id AS invoice_id, i.invoice_no, c.customer_no, c.name, i.gross_cents, i.due_date
FROM invoices i
JOIN v_customers_v1 c ON c.id = i.customer_id
WHERE i.status IN (0, 1) AND i.document_type = 'invoice';

CREATE VIEW v_revenue_monthly AS
SELECT substr(o.ordered_at, 1, 7) AS month,
       count(DISTINCT o.id)       AS orders,
       sum(i.net_cents)           AS net_cents
FROM invoices i
JOIN tmp_orders o ON o.id = i.order_id
WHERE i.document_type <> 'pro_forma'
GROUP BY substr(o.ordered_at, 1, 7);

CREATE VIEW v_invoice_products AS
SELECT l.invoice_id, l.line_no, p.sku, p.title, l.net_cents
FROM invoice_lines l
JOIN v_products_v1 p ON p.id = l.product_id;

-- Support

CREATE VIEW v_open_tickets AS
SELECT t.id AS ticket_id, t.subject, t.status, t.priority, a.name AS agent, te.name AS team
FROM tickets t
LEFT JOIN agents a ON a.id = t.assigned_to
LEFT JOIN teams te ON te.id = a.team_id
WHERE t.status < 4 AND t.is_deleted = 0;

CREATE VIEW v_help_pages AS
SELECT k.ArticleId, k.Title, p.brand, p.title AS product
FROM KnowledgeArticles k
LEFT JOIN v_products_v2 p ON p.product_id = k.ProductId
WHERE k.PublishedAt IS NOT NULL;

CREATE VIEW v_customer_360 AS -- Reads all four services
SELECT c.id AS customer_id, c.full_name, c.flag1 AS is_vip,
       (SELECT count(*) FROM tmp_orders o WHERE o.customer_id = c.id)                AS orders,
       (SELECT sum(i.gross_cents) FROM invoices i WHERE i.customer_id = c.id)        AS invoiced,
       (SELECT count(*) FROM tickets t WHERE t.customer_id = c.id AND t.status < 4)  AS open_tickets,
       (SELECT p.title FROM order_items l JOIN tmp_orders o ON o.id = l.order_id
                                          JOIN products p   ON p.id = l.product_id
        WHERE o.customer_id = c.id ORDER BY l.line_total_cents DESC LIMIT 1)         AS best_buy
FROM customers c
WHERE c.deleted_at IS NULL;

CREATE VIEW v_vip_complaints AS -- A view on a view on views
SELECT v.customer_id, v.full_name, v.open_tickets, s.first_product
FROM v_customer_360 v
JOIN v_order_summary s ON s.customer_id = v.customer_id
WHERE v.is_vip = 1 AND v.open_tickets > 0;
