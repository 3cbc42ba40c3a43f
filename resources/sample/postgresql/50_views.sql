-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Views: the contracts that a service publishes, and the short cuts that people took.

SET ROLE shop_owner;

-- Catalogue

CREATE VIEW catalogue.v_products_v1 AS
SELECT id, sku, title, price_cents, status
FROM catalogue.products;

CREATE VIEW catalogue.v_products_v2 AS
SELECT p.id AS product_id, p.sku, p.title, b.name AS brand, c.title AS category,
       p.price_cents, p.tax_class, p.status
FROM catalogue.products p
JOIN catalogue.brands b     ON b.id = p.brand_id
JOIN catalogue.categories c ON c.id = p.category_id
WHERE p.deleted_at IS NULL;

CREATE VIEW catalogue.v_low_stock WITH (security_barrier) AS
SELECT s.warehouse_code, w.city, p.sku, p.title, s.variant_no, s.available
FROM catalogue.stock_levels s
JOIN catalogue.warehouses w ON w.code = s.warehouse_code
JOIN catalogue.products p   ON p.id = s.product_id
WHERE s.available < 5;

-- Ordering

CREATE VIEW ordering.v_customers_v1 AS
SELECT id, customer_no, full_name AS name, locale, status
FROM ordering.customers
WHERE deleted_at IS NULL;

CREATE VIEW ordering.v_orders AS
SELECT * FROM ordering.tmp_orders;

CREATE VIEW ordering.v_order_summary AS
SELECT o.id AS order_id, o.order_no, o.customer_id, o.ordered_at, o.status,
       count(*)                AS lines,
       sum(i.line_total_cents) AS goods_cents,
       min(p.title)            AS first_product
FROM ordering.tmp_orders o
JOIN ordering.order_items i      ON i.order_id = o.id
LEFT JOIN catalogue.products p   ON p.id = i.product_id
GROUP BY o.id;

CREATE VIEW ordering.v_shipping_board AS
SELECT s.id AS shipment_id, o.order_no, ca.name AS carrier, w.city AS sent_from, s.tracking_no, s.status
FROM ordering.shipments s
JOIN ordering.tmp_orders o  ON o.id = s.order_id
JOIN ordering.carriers ca   ON ca.code = s.carrier_code
JOIN catalogue.warehouses w ON w.code = s.warehouse_code
WHERE s.status < 4;

-- Billing

CREATE VIEW billing.v_unpaid_invoices AS
SELECT i.id AS invoice_id, i.invoice_no, c.customer_no, c.name, i.gross_cents, i.due_date
FROM billing.invoices i
JOIN ordering.v_customers_v1 c ON c.id = i.customer_id
WHERE i.status IN (0, 1) AND i.document_type = 'invoice';

CREATE VIEW billing.v_invoice_products AS
SELECT l.invoice_id, l.line_no, p.sku, p.title, l.net_cents
FROM billing.invoice_lines l
JOIN catalogue.v_products_v1 p ON p.id = l.product_id;

CREATE MATERIALIZED VIEW billing.mv_revenue_monthly AS
SELECT date_trunc('month', o.ordered_at AT TIME ZONE 'UTC')::date AS month,
       count(DISTINCT o.id)                                       AS orders,
       sum(i.net_cents)                                           AS net_cents
FROM billing.invoices i
JOIN ordering.tmp_orders o ON o.id = i.order_id
WHERE i.document_type <> 'pro_forma'
GROUP BY 1
WITH NO DATA;

CREATE UNIQUE INDEX ux_mv_revenue_monthly ON billing.mv_revenue_monthly (month);

-- Support

CREATE VIEW support.v_open_tickets AS
SELECT t.id AS ticket_id, t.subject, t.status, t.priority, a.name AS agent, te.name AS team
FROM support.tickets t
LEFT JOIN support.agents a ON a.id = t.assigned_to
LEFT JOIN support.teams te ON te.id = a.team_id
WHERE t.status < 4 AND NOT t.is_deleted;

CREATE VIEW support.v_help_pages AS
SELECT k."ArticleId", k."Title", p.brand, p.title AS product
FROM support."KnowledgeArticles" k
LEFT JOIN catalogue.v_products_v2 p ON p.product_id = k."ProductId"
WHERE k."PublishedAt" IS NOT NULL;

CREATE VIEW support.v_customer_360 AS
SELECT c.id AS customer_id, c.full_name, c.flag1 AS is_vip,
       (SELECT count(*) FROM ordering.tmp_orders o WHERE o.customer_id = c.id)              AS orders,
       (SELECT sum(i.gross_cents) FROM billing.invoices i WHERE i.customer_id = c.id)       AS invoiced,
       (SELECT count(*) FROM support.tickets t WHERE t.customer_id = c.id AND t.status < 4) AS open_tickets,
       (SELECT p.title
        FROM ordering.order_items l
        JOIN ordering.tmp_orders o ON o.id = l.order_id
        JOIN catalogue.products p  ON p.id = l.product_id
        WHERE o.customer_id = c.id ORDER BY l.line_total_cents DESC LIMIT 1)                AS best_buy
FROM ordering.customers c
WHERE c.deleted_at IS NULL;

CREATE VIEW support.v_vip_complaints AS
SELECT v.customer_id, v.full_name, v.open_tickets, s.first_product
FROM support.v_customer_360 v
JOIN ordering.v_order_summary s ON s.customer_id = v.customer_id
WHERE v.is_vip = 1 AND v.open_tickets > 0;

-- 2023: a column that came after v_orders, whose star was expanded when it was created.
ALTER TABLE ordering.tmp_orders ADD COLUMN gift_message text;

RESET ROLE;
