-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of billing and support.

USE shop_support;
SET NAMES utf8mb4;

INSERT INTO teams (id, name, lead_id, mailbox) VALUES
    (1, 'Telephone desk', uuid_of('agent 2'), 'phone@shop.example'),
    (2, 'Mail', uuid_of('agent 3'), 'help@shop.example'),
    (3, 'Returns', uuid_of('agent 4'), 'returns@shop.example');
INSERT INTO agents (id, legacy_no, name, email, team_id, manager_id, hired_on, left_on)
VALUES ('00000000-0000-0000-0000-000000000000', NULL, 'UNKNOWN', 'nobody@shop.example', 2, NULL, '2014-02-01',
    '9999-12-31');
INSERT INTO agents (id, legacy_no, name, email, team_id, hired_on, left_on)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT uuid_of(concat('agent ', i)), if(i <= 10, 99 + i, NULL),
       concat(elt(1 + i * 5 MOD 7, 'Ida', 'Marek', 'Nora', 'Anton', 'Judith', 'Rasmus', 'Yasmin'), ' ',
           elt(1 + i * 7 MOD 5, 'Thiele', 'Visser', 'Weiss', 'Zimmer', 'Falk')),
       concat('agent', i, '@shop.example'), 1 + i MOD 3, date_add('2014-02-01', INTERVAL i * 280 DAY),
       if(i MOD 7 = 3, date_add('2014-02-01', INTERVAL i * 280 + 900 DAY), '9999-12-31')
FROM n;
UPDATE agents SET manager_id = uuid_of('agent 1') WHERE legacy_no BETWEEN 101 AND 104;
UPDATE agents SET manager_id = uuid_of('agent 2') WHERE legacy_no > 104;

-- Two tickets belong to customers who were removed by hand (9101 and 9102).
INSERT INTO tickets (
    id, customer_id, order_id, subject, status, state, priority, channel, assigned_to, is_deleted,
    opened_at, closed_at
)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
SELECT i, CASE i WHEN 10 THEN 9101 WHEN 20 THEN 9102 ELSE o.customer_id END, if(i MOD 3 = 0, 0, o.id),
       elt(1 + i * 3 MOD 5, 'Where is my parcel?', 'Lid does not fit', 'Please send the invoice again',
           'Arrived broken', 'Charged twice'),
       if(i > 46, i MOD 4, 4 + i MOD 5 DIV 4),
       if(i > 25, elt(1 + i MOD 3, 'tagged', 'untagged', 'auto-closed'), NULL), 1 + i MOD 5,
       elt(1 + i MOD 4, 'mail', 'phone', 'chat', 'letter'),
       if(i MOD 12 = 0, '00000000-0000-0000-0000-000000000000', uuid_of(concat('agent ', 1 + i MOD 12))),
       i MOD 25 = 0,
       date_add(o.ordered_at, INTERVAL 5 DAY), if(i <= 46, date_add(o.ordered_at, INTERVAL 9 DAY), NULL)
FROM n JOIN shop_ordering.tmp_orders o ON o.id = if(i <= 20, i, i + 30);
UPDATE tickets SET merged_into_id = id - 1 WHERE id MOD 20 = 0;

INSERT INTO ticketMessages (messageId, ticketId, authorType, authorId, body, sentAt)
SELECT t.id * 2 + v.no, t.id, if(v.no = 0, 'customer', 'agent'), if(v.no = 0, t.customer_id, t.assigned_to),
       if(v.no = 0, concat('Hello, ', t.subject), 'Thank you for writing to us.'),
       timestampdiff(SECOND, '1970-01-01', t.opened_at) * 1000 + v.no * 7200000
FROM tickets t JOIN (SELECT 0 AS no UNION SELECT 1) v ON v.no = 0 OR t.id MOD 2 = 0;

INSERT INTO KnowledgeArticles (ArticleId, Title, Body, ProductId, AuthorId, PublishedAt, CreatedAt)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 24)
SELECT i, concat(elt(1 + i MOD 3, 'How to return an order', 'Caring for your teapot', 'Spare parts'), ', page ',
           i), 'See the printed leaflet.',
       CASE WHEN i MOD 3 = 0 THEN NULL WHEN i = 20 THEN 9001 ELSE i END, uuid_of(concat('agent ', 1 + i MOD 12)),
       if(i MOD 10 = 7, NULL, date_add('2022-03-05 09:00:00', INTERVAL i * 30 DAY)),
       date_add('2022-03-01 09:00:00', INTERVAL i * 30 DAY)
FROM n;
INSERT INTO SatisfactionSurveys (TicketId, CustomerNo, Score, AnsweredAt)
SELECT t.id, c.customer_no, if(t.id MOD 4 = 0, -1, t.id MOD 11), date_add(t.closed_at, INTERVAL 2 DAY)
FROM tickets t JOIN shop_ordering.customers c ON c.id = t.customer_id WHERE t.status >= 4 AND t.id MOD 2 = 0;

USE shop_billing;

INSERT INTO tax_rates (country_code, tax_class, valid_from, valid_to, percent) VALUES
    ('DE', 'S', '2014-01-01', '2020-06-30', 19), ('DE', 'S', '2020-07-01', '2020-12-31', 16),
    ('DE', 'S', '2021-01-01', '9999-12-31', 19),
    ('DE', 'R', '2014-01-01', '9999-12-31', 7), ('XX', 'Z', '2014-01-01', '9999-12-31', 0);
INSERT INTO paymentMethods (methodCode, displayName, feePercent, isActive) VALUES
    ('CARD', 'Credit card', 1.40, 1), ('PAYWALLET', 'Wallet', 2.49, 1), ('INVOICE', 'Pay by invoice', 0, 1),
    ('CASH', 'Cash on delivery', 2.00, 0);

-- Two invoices belong to orders that went to the archive (25 and 35).
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 20000 + o.id, concat('R', o.order_no), 'invoice', o.id, o.customer_id, CASE WHEN o.id > 74 THEN 0
            WHEN o.id MOD 17 = 0 THEN 1 ELSE 2 END,
       o.total_cents * 100 DIV 119, o.total_cents - o.total_cents * 100 DIV 119, date(o.ordered_at),
       date_format(date_add(o.ordered_at, INTERVAL 14 DAY), '%Y%m%d')
FROM (SELECT id, order_no, customer_id, total_cents, ordered_at FROM shop_ordering.tmp_orders
    WHERE status NOT IN ('new', 'cancelled')
      UNION ALL
      SELECT id, order_no, customer_id, total_cents, ordered_at FROM shop_ordering.order_archive
      WHERE id IN (25, 35)) o;
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 21000 + r.ReturnRequestId, concat('G', 21000 + r.ReturnRequestId), 'credit_note', r.OrderId, o.customer_id,
       2, -1000, -190, date(r.ClosedAt), '99991231'
FROM shop_ordering.ReturnRequests r JOIN shop_ordering.tmp_orders o ON o.id = r.OrderId WHERE r.Status = 3;
INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, net_cents, tax_cents, issued_on,
    due_date
)
SELECT 22000 + id, concat('P', 22000 + id), 'pro_forma', id, customer_id, 2, 5000, 950, date(ordered_at),
       '99991231'
FROM shop_ordering.tmp_orders WHERE id MOD 24 = 0;

INSERT INTO invoice_lines (
    invoice_id, line_no, product_id, description, quantity, net_cents, tax_country, tax_class, tax_from
)
SELECT i.id, l.line_no, l.product_id, concat('Article ', l.product_id), l.quantity,
       l.line_total_cents * 100 DIV 119, 'DE', 'S',
       if(i.issued_on < '2020-07-01', '2014-01-01', '2021-01-01')
FROM invoices i JOIN shop_ordering.order_items l ON l.order_id = i.order_id WHERE i.document_type = 'invoice';
INSERT INTO credit_notes (invoice_id, corrected_invoice_id, reason)
SELECT id, 20000 + order_id, elt(1 + id MOD 3, 'broken', 'wrong size', 'arrived late') FROM invoices
WHERE document_type = 'credit_note';

INSERT INTO payments (invoice_id, method, amount_cents, received_at, payload)
SELECT id, elt(1 + id MOD 4, 'CARD', 'PAYWALLET', 'INVOICE', 'CARD'), gross_cents,
       date_add(issued_on, INTERVAL 3 DAY),
       CASE WHEN issued_on < '2019-01-01' THEN json_object('txnId', concat('T', id * 37), 'amt',
           format(gross_cents / 100, 2), 'cur', 'EUR')
            WHEN issued_on < '2022-01-01' THEN json_object('version', 2, 'transaction_id',
                concat('tx_', lower(hex(id * 7919))), 'amount', gross_cents, 'currency', 'EUR')
            ELSE json_object('SchemaVersion', 3, 'Data',
                json_object('TransactionId', shop_support.uuid_of(concat('payment ', id)), 'Minor', gross_cents,
                    'Currency', 'EUR')) END
FROM invoices WHERE document_type = 'invoice' AND status = 2 ORDER BY id;

-- One refund names a return that is gone (8801).
INSERT INTO refunds (payment_id, return_request_id, amount_cents, refunded_at, approved_by)
SELECT p.id, if(row_number() OVER (ORDER BY p.id) = 3, 8801, c.invoice_id - 21000), 1190,
       date_add(p.received_at, INTERVAL 20 DAY), shop_support.uuid_of(concat('agent ', 1 + p.id MOD 12))
FROM payments p JOIN credit_notes c ON c.corrected_invoice_id = p.invoice_id ORDER BY p.id;
INSERT INTO DunningLetters (DunningLetterId, InvoiceId, Level, FeeCents, SentOn)
SELECT row_number() OVER (ORDER BY i.id, v.no), i.id, v.no, (v.no - 1) * 500,
       date_format(date_add(i.issued_on, INTERVAL 20 + 14 * v.no DAY), '%m/%d/%Y')
FROM invoices i JOIN (SELECT 1 AS no UNION SELECT 2) v WHERE i.document_type = 'invoice'
    AND i.issued_on >= '2022-01-01' AND i.id MOD 4 = 0;

INSERT INTO ledger_accounts (account_no, title, parent_no) VALUES
    ('1000', 'Assets', NULL), ('1200', 'Bank', '1000'), ('4000', 'Revenue', NULL),
    ('4400', 'Sales of goods', '4000'), ('9999', 'UNKNOWN', NULL);
INSERT INTO ledger_entries (id, account_no, invoice_id, amount_cents, booked_on)
SELECT id, '4400', id, net_cents, issued_on FROM invoices WHERE document_type <> 'pro_forma';
INSERT INTO ledger_entries (id, account_no, payment_id, amount_cents, booked_on)
SELECT id, '1200', id, amount_cents, date(received_at) FROM payments;

-- Support again: what was sent about what. Orphans: 2 orders, 1 invoice. There never was a table of vouchers.
USE shop_support;
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at)
SELECT customer_id, 'order', if(id IN (50, 60), 90000 + id, id), 'order-received', ordered_at
FROM shop_ordering.tmp_orders WHERE id MOD 2 = 0
UNION ALL
SELECT customer_id, 'invoice', if(id = 20045, 90045, id), 'invoice-ready', issued_on FROM shop_billing.invoices
WHERE id MOD 5 = 0
UNION ALL
SELECT customer_id, 'ticket', id, 'ticket-opened', opened_at FROM tickets WHERE id MOD 4 = 1
UNION ALL
SELECT id, 'voucher', 100 + id, 'birthday-voucher', date_add(created_at, INTERVAL 300 DAY)
FROM shop_ordering.customers WHERE id MOD 10 = 3;
INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'Ticket', id, concat('photo_', id, '.jpg'), 80000 + id * 977, opened_at FROM tickets WHERE id MOD 4 = 1
UNION ALL
SELECT 'KnowledgeArticle', ArticleId, 'leaflet.pdf', 310000, CreatedAt FROM KnowledgeArticles
WHERE ArticleId MOD 2 = 0;
INSERT INTO audit_log (table_name, row_id, action, changed_at, after_value)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
SELECT elt(1 + i MOD 3, 'shop_user', 'products', 'customers'), 1 + i MOD 40, 'U',
       date_add('2014-03-01 10:00:00', INTERVAL i * 40 DAY), '{"status": 2}' FROM n;
