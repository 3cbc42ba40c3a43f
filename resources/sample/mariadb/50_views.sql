-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Views: the contracts that a service publishes, and the short cuts that people took.
-- A view cannot carry a comment here.

-- Catalogue

CREATE SQL SECURITY INVOKER VIEW shop_catalogue.v_products_v1 AS
SELECT id, sku, title, price_cents, status
FROM shop_catalogue.products;

CREATE VIEW shop_catalogue.v_products_v2 AS
SELECT p.id AS product_id, p.sku, p.title, b.name AS brand, c.title AS category,
       p.price_cents, p.tax_class, p.status
FROM shop_catalogue.products p
JOIN shop_catalogue.brands b     ON b.id = p.brand_id
JOIN shop_catalogue.categories c ON c.id = p.category_id
WHERE p.deleted_at IS NULL;

CREATE VIEW shop_catalogue.v_low_stock AS
SELECT s.warehouse_code, w.city, p.sku, p.title, s.variant_no, s.available
FROM shop_catalogue.stock_levels s
JOIN shop_catalogue.warehouses w ON w.code = s.warehouse_code
JOIN shop_catalogue.products p   ON p.id = s.product_id
WHERE s.available < 5;

-- Ordering

CREATE VIEW shop_ordering.v_customers_v1 AS
SELECT id, customer_no, full_name AS name, locale, status
FROM shop_ordering.customers
WHERE deleted_at IS NULL;

CREATE VIEW shop_ordering.v_orders AS
SELECT * FROM shop_ordering.tmp_orders;

CREATE VIEW shop_ordering.v_order_summary AS
SELECT o.id AS order_id, o.order_no, o.customer_id, o.ordered_at, o.status,
       count(*)                AS item_count,
       sum(i.line_total_cents) AS goods_cents,
       min(p.title)            AS first_product
FROM shop_ordering.tmp_orders o
JOIN shop_ordering.order_items i      ON i.order_id = o.id
LEFT JOIN shop_catalogue.products p   ON p.id = i.product_id
GROUP BY o.id;

CREATE VIEW shop_ordering.v_shipping_board AS
SELECT s.id AS shipment_id, o.order_no, ca.name AS carrier, w.city AS sent_from, s.tracking_no, s.status
FROM shop_ordering.shipments s
JOIN shop_ordering.tmp_orders o  ON o.id = s.order_id
JOIN shop_ordering.carriers ca   ON ca.code = s.carrier_code
JOIN shop_catalogue.warehouses w ON w.code = s.warehouse_code COLLATE utf8mb4_unicode_ci -- the services differ
WHERE s.status < 4;

-- Billing

CREATE VIEW shop_billing.v_unpaid_invoices AS
SELECT i.id AS invoice_id, i.invoice_no, c.customer_no, c.name, i.gross_cents, i.due_date
FROM shop_billing.invoices i
JOIN shop_ordering.v_customers_v1 c ON c.id = i.customer_id
WHERE i.status IN (0, 1) AND i.document_type = 'invoice';

CREATE VIEW shop_billing.v_invoice_products AS
SELECT l.invoice_id, l.line_no, p.sku, p.title, l.net_cents
FROM shop_billing.invoice_lines l
JOIN shop_catalogue.v_products_v1 p ON p.id = l.product_id;

CREATE VIEW shop_billing.v_revenue_monthly AS
SELECT date_format(o.ordered_at, '%Y-%m') AS month,
       count(DISTINCT o.id)               AS orders,
       sum(i.net_cents)                   AS net_cents
FROM shop_billing.invoices i
JOIN shop_ordering.tmp_orders o ON o.id = i.order_id
WHERE i.document_type <> 'pro_forma'
GROUP BY date_format(o.ordered_at, '%Y-%m');

-- Support

CREATE VIEW shop_support.v_open_tickets AS
SELECT t.id AS ticket_id, t.subject, t.status, t.priority, t.assigned_to, t.opened_at
FROM shop_support.tickets t
WHERE t.status < 4 AND t.is_deleted = 0
WITH CASCADED CHECK OPTION;

CREATE VIEW shop_support.v_help_pages AS
SELECT k.ArticleId, k.Title, p.brand, p.title AS product
FROM shop_support.KnowledgeArticles k
LEFT JOIN shop_catalogue.v_products_v2 p ON p.product_id = k.ProductId
WHERE k.PublishedAt IS NOT NULL;

CREATE VIEW shop_support.v_customer_360 AS
SELECT c.id AS customer_id, c.full_name, c.flag1 AS is_vip,
       (SELECT count(*) FROM shop_ordering.tmp_orders o WHERE o.customer_id = c.id)              AS orders,
       (SELECT sum(i.gross_cents) FROM shop_billing.invoices i WHERE i.customer_id = c.id)       AS invoiced,
       (SELECT count(*) FROM shop_support.tickets t WHERE t.customer_id = c.id AND t.status < 4) AS open_tickets,
       (SELECT p.title
        FROM shop_ordering.order_items l
        JOIN shop_ordering.tmp_orders o ON o.id = l.order_id
        JOIN shop_catalogue.products p  ON p.id = l.product_id
        WHERE o.customer_id = c.id ORDER BY l.line_total_cents DESC LIMIT 1)                     AS best_buy
FROM shop_ordering.customers c
WHERE c.deleted_at IS NULL;

CREATE VIEW shop_support.v_vip_complaints AS
SELECT v.customer_id, v.full_name, v.open_tickets, s.first_product
FROM shop_support.v_customer_360 v
JOIN shop_ordering.v_order_summary s ON s.customer_id = v.customer_id
WHERE v.is_vip = 1 AND v.open_tickets > 0;

-- 2023: a column that came after v_orders, whose star was expanded when it was created.
ALTER TABLE shop_ordering.tmp_orders ADD COLUMN gift_message TEXT;
