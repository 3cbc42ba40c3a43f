// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How modules of a synthetic schema spell the same words: the names of tables, keys and references
// in the manners that real schemas have.
#pragma once

#include <QStringList>

namespace cadastre::test {

enum class NamingStyle {
    SnakePlural,   ///< billing_invoices, id, customer_id
    SnakeSingular, ///< bil_invoice, invoice_id, customer_id
    Pascal,        ///< BillingInvoice, Id, CustomerId
    Camel,         ///< billingInvoice, id, customerId
    Glued,         ///< billinginvoice, invoiceid, customerid
    UpperShort,    ///< BIL_INVC, INVC_ID, CSTMR_ID
};
constexpr int namingStyles = 6;

/// The words that stand for a module in its tables' names: all, or a prefix of three letters each.
QStringList styledModule(NamingStyle style, const QStringList& module);
/// The table of an entity. `module` is empty where the schema is the module.
QString styledTable(NamingStyle style, const QStringList& module, const QStringList& entity);
/// Its primary key.
QString styledKey(NamingStyle style, const QStringList& entity);
/// A column that refers to the entity; `role` may be empty.
QString styledReference(NamingStyle style, const QStringList& role, const QStringList& entity);
/// Any other column.
QString styledColumn(NamingStyle style, const QStringList& words);

} // namespace cadastre::test
