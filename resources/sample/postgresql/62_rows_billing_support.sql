-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of billing and support.

SET ROLE shop_owner;
SET search_path = support, billing;
SET TIME ZONE 'UTC';

CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, VARIADIC list text[]) RETURNS text
    LANGUAGE sql IMMUTABLE AS 'SELECT list[1 + n % array_length(list, 1)]';
CREATE OR REPLACE FUNCTION pg_temp.agent(k bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$ SELECT md5('agent ' || k)::uuid $$;

INSERT INTO teams (id, name, lead_id, mailbox) VALUES
    (1, 'Telephone desk', pg_temp.agent(2), 'phone@shop.example'),
    (2, 'Mail', pg_temp.agent(3), 'help@shop.example'),
    (3, 'Returns', pg_temp.agent(4), 'returns@shop.example');
INSERT INTO agents (id, legacy_no, name, email, team_id, manager_id, hired_on, left_on)
VALUES ('00000000-0000-0000-0000-000000000000', NULL, 'UNKNOWN', 'nobody@shop.example', 2, NULL, '2014-02-01',
    '9999-12-31');
INSERT INTO agents (id, legacy_no, name, email, team_id, manager_id, hired_on, left_on)
SELECT pg_temp.agent(n), CASE WHEN n <= 10 THEN 99 + n END,
       pg_temp.pick(n * 5, 'Ida', 'Marek', 'Nora', 'Anton', 'Judith', 'Rasmus',
           'Yasmin') || ' ' || pg_temp.pick(n * 7, 'Thiele', 'Visser', 'Weiss', 'Zimmer', 'Falk'),
       'agent' || n || '@shop.example', 1 + n % 3, CASE WHEN n > 1 THEN pg_temp.agent(1 + n / 4) END,
       date '2014-02-01' + n * 280, CASE WHEN n % 7 = 3 THEN date '2014-02-01' + n * 280 + 900
            ELSE date '9999-12-31' END
FROM generate_series(1, 12) n;

-- Two tickets belong to customers who were removed by hand (9101 and 9102).
INSERT INTO tickets (
    id, customer_id, order_id, subject, status, state, priority, channel, assigned_to, merged_into_id,
    is_deleted, opened_at, closed_at
)
SELECT n, CASE n WHEN 10 THEN 9101 WHEN 20 THEN 9102 ELSE o.customer_id END, CASE WHEN n % 3 = 0 THEN 0
            ELSE o.id END,
       pg_temp.pick(n * 3, 'Where is my parcel?', 'Lid does not fit', 'Please send the invoice again',
           'Arrived broken', 'Charged twice'),
       CASE WHEN n > 46 THEN n % 4 ELSE 4 + n % 5 / 4 END,
       CASE WHEN n > 25 THEN pg_temp.pick(n, 'tagged', 'untagged', 'auto-closed') END,
       1 + n % 5, (enum_range(NULL::channel))[1 + n % 4],
       CASE WHEN n % 12 = 0 THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE pg_temp.agent(1 + n % 12) END,
       CASE WHEN n % 20 = 0 THEN n - 1 END, n % 25 = 0, o.ordered_at + interval '5 days',
       CASE WHEN n <= 46 THEN o.ordered_at + interval '9 days' END
FROM generate_series(1, 50) n JOIN ordering.tmp_orders o ON o.id = CASE WHEN n <= 20 THEN n ELSE n + 30 END;

INSERT INTO "ticketMessages" ("messageId", "ticketId", "authorType", "authorId", body, "sentAt")
SELECT t.id * 2 + i, t.id, CASE i WHEN 0 THEN 'customer' ELSE 'agent' END, CASE i WHEN 0 THEN t.customer_id::text
            ELSE t.assigned_to::text END,
       CASE i WHEN 0 THEN 'Hello, ' || t.subject ELSE 'Thank you for writing to us.' END,
       extract(epoch FROM t.opened_at)::bigint * 1000 + i * 7200000
FROM tickets t CROSS JOIN generate_series(0, 1) i WHERE i = 0 OR t.id % 2 = 0;

INSERT INTO "KnowledgeArticles" (
    "ArticleId", "Title", "Body", "ProductId", "AuthorId", "PublishedAt", "CreatedAt"
)
SELECT n, pg_temp.pick(n, 'How to return an order', 'Caring for your teapot', 'Spare parts') || ', page ' || n,
       'See the printed leaflet.',
       CASE WHEN n % 3 = 0 THEN NULL WHEN n = 20 THEN 9001 ELSE n END, pg_temp.agent(1 + n % 12),
       CASE WHEN n % 10 <> 7 THEN timestamptz '2022-03-05 09:00Z' + n * interval '30 days' END,
       timestamptz '2022-03-01 09:00Z' + n * interval '30 days'
FROM generate_series(1, 24) n;
INSERT INTO "SatisfactionSurveys" ("TicketId", "CustomerNo", "Score", "AnsweredAt")
SELECT t.id, c.customer_no, CASE WHEN t.id % 4 = 0 THEN -1 ELSE t.id % 11 END, t.closed_at + interval '2 days'
FROM tickets t JOIN ordering.customers c ON c.id = t.customer_id WHERE t.status >= 4 AND t.id % 2 = 0;

INSERT INTO tax_rates (country_code, tax_class, valid_from, valid_to, percent) VALUES
    ('DE', 'standard', '2014-01-01', '2020-06-30', 19), ('DE', 'standard', '2020-07-01', '2020-12-31', 16),
    ('DE', 'standard', '2021-01-01', '9999-12-31', 19), ('DE', 'reduced', '2014-01-01', '9999-12-31', 7),
    ('XX', 'zero', '2014-01-01', '9999-12-31', 0);
INSERT INTO "paymentMethods" ("methodCode", "displayName", "feePercent", amounts, "isActive") VALUES
    ('CARD', 'Credit card', 1.40, '[1,5000)', true), ('PAYWALLET', 'Wallet', 2.49, '[1,1000)', true),
    ('INVOICE', 'Pay by invoice', 0, '[10,500)', true), ('CASH', 'Cash on delivery', 2.00, '[1,200)', false);

-- Two invoices belong to orders that went to the archive (25 and 35); 60 of the others get one.
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 20000 + o.id, 'R' || o.order_no, 'invoice', o.id, o.customer_id, CASE WHEN o.id > 74 THEN 0
            WHEN o.id % 17 = 0 THEN 1 ELSE 2 END,
       o.total * 100 / 119, o.total - o.total * 100 / 119, o.ordered_at::date,
       to_char(o.ordered_at + interval '14 days', 'YYYYMMDD')
FROM (SELECT id, order_no, customer_id, total_cents AS total, ordered_at FROM ordering.tmp_orders
    WHERE status NOT IN ('new', 'cancelled')
      UNION ALL
      SELECT id, order_no, customer_id, total_cents, ordered_at FROM ordering.order_archive
      WHERE id IN (25, 35)) o;
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 21000 + r."ReturnRequestId", 'G' || 21000 + r."ReturnRequestId", 'credit_note', r."OrderId", o.customer_id,
       2, -1000, -190,
       r."ClosedAt"::date, '99991231'
FROM ordering."ReturnRequests" r JOIN ordering.tmp_orders o ON o.id = r."OrderId" WHERE r."Status" = 3;
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 22000 + id, 'P' || 22000 + id, 'pro_forma', id, customer_id, 2, 5000, 950, ordered_at::date, '99991231'
FROM ordering.tmp_orders WHERE id % 24 = 0;
SELECT setval('invoice_number_seq', 23000);

INSERT INTO invoice_lines (
    invoice_id, line_no, product_id, description, quantity, net_cents, tax_country, tax_class, tax_from
)
SELECT i.id, l.line_no, l.product_id, 'Article ' || l.product_id, l.quantity, l.line_total_cents * 100 / 119, 'DE',
       'standard',
       CASE WHEN i.issued_on < '2020-07-01' THEN date '2014-01-01' ELSE date '2021-01-01' END
FROM invoices i JOIN ordering.order_items l ON l.order_id = i.order_id WHERE i.document_type = 'invoice';

INSERT INTO credit_notes (invoice_id, corrected_invoice_id, reason)
SELECT id, 20000 + order_id, pg_temp.pick(id, 'broken', 'wrong size', 'arrived late') FROM invoices
WHERE document_type = 'credit_note';

INSERT INTO payments (invoice_id, method, amount_cents, received_at, payload)
SELECT id, pg_temp.pick(id, 'CARD', 'PAYWALLET', 'INVOICE', 'CARD'), gross_cents, issued_on + interval '3 days',
       CASE WHEN issued_on < '2019-01-01' THEN jsonb_build_object('txnId', 'T' || id * 37, 'amt',
           to_char(gross_cents / 100.0, 'FM9990.00'), 'cur', 'EUR')
            WHEN issued_on < '2022-01-01' THEN jsonb_build_object('version', 2, 'transaction_id',
                'tx_' || to_hex(id * 7919), 'amount', gross_cents, 'currency', 'EUR')
            ELSE jsonb_build_object('SchemaVersion', 3, 'Data',
                jsonb_build_object('TransactionId', md5(id::text)::uuid,
                                    'Money', jsonb_build_object('Minor', gross_cents, 'Currency', 'EUR'))) END
FROM invoices WHERE document_type = 'invoice' AND status = 2 ORDER BY id;

-- One refund names a return that is gone (8801).
INSERT INTO refunds (payment_id, return_request_id, amount_cents, refunded_at, approved_by)
SELECT p.id, CASE row_number() OVER (ORDER BY p.id) WHEN 3 THEN 8801 ELSE c.invoice_id - 21000 END, 1190,
       p.received_at + interval '20 days', pg_temp.agent(1 + p.id % 12)
FROM payments p JOIN credit_notes c ON c.corrected_invoice_id = p.invoice_id ORDER BY p.id;

INSERT INTO "DunningLetters" ("DunningLetterId", "InvoiceId", "Level", "FeeCents", "SentOn")
SELECT row_number() OVER (ORDER BY i.id, n), i.id, n, (n - 1) * 500,
       to_char(i.issued_on + 20 + 14 * n, 'MM/DD/YYYY')
FROM invoices i CROSS JOIN generate_series(1, 2) n WHERE i.document_type = 'invoice'
    AND i.issued_on >= '2022-01-01' AND i.id % 4 = 0;

-- Support again: what was sent about what. Orphans: 2 orders, 1 invoice; no table of vouchers.
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at)
SELECT customer_id, 'order', CASE WHEN id IN (50, 60) THEN 90000 + id ELSE id END, 'order-received', ordered_at
FROM ordering.tmp_orders WHERE id % 2 = 0
UNION ALL
SELECT customer_id, 'invoice', CASE WHEN id = 20045 THEN 90045 ELSE id END, 'invoice-ready', issued_on
FROM invoices WHERE id % 5 = 0
UNION ALL
SELECT customer_id, 'ticket', id, 'ticket-opened', opened_at FROM tickets WHERE id % 4 = 1
UNION ALL
SELECT id, 'voucher', 100 + id, 'birthday-voucher', created_at + interval '300 days' FROM ordering.customers
WHERE id % 10 = 3;
INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'Ticket', id, 'photo_' || id || '.jpg', 80000 + id * 977, opened_at FROM tickets WHERE id % 4 = 1
UNION ALL
SELECT 'KnowledgeArticle', "ArticleId", 'leaflet.pdf', 310000, "CreatedAt" FROM "KnowledgeArticles"
WHERE "ArticleId" % 2 = 0;
INSERT INTO audit_log (table_name, row_id, action, changed_at, after)
SELECT pg_temp.pick(n, 'products', 'customers', 'shop_user'), 1 + n % 40, 'U',
       timestamptz '2014-03-01 10:00Z' + n * interval '40 days', '{"status": 2}'
FROM generate_series(1, 60) n;

SET ROLE accounting_owner;
INSERT INTO billing.ledger_accounts (account_no, title, parent_no) VALUES
    ('1000', 'Assets', NULL), ('1200', 'Bank', '1000'), ('4000', 'Revenue', NULL),
    ('4400', 'Sales of goods', '4000'), ('9999', 'UNKNOWN', NULL);
INSERT INTO billing.ledger_entries (id, account_no, invoice_id, amount_cents, booked_on)
SELECT id, '4400', id, net_cents, issued_on FROM billing.invoices WHERE document_type <> 'pro_forma';
INSERT INTO billing.ledger_entries (id, account_no, payment_id, amount_cents, booked_on)
SELECT id, '1200', id, amount_cents, received_at FROM billing.payments;

SET ROLE shop_owner;
REFRESH MATERIALIZED VIEW billing.mv_revenue_monthly;

RESET ROLE;
RESET search_path;
RESET TIME ZONE;
ANALYZE;
