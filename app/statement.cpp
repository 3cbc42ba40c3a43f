// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/statement.h"

#include "model/export/ddl.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct StatementWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::InspectorStatement)
};

} // namespace

InspectorStatement statementOf(const Catalog& catalog, ObjectRef object)
{
    const Result<Ddl> ddl = ddlOf(catalog, object);
    if (!ddl)
        return {{}, ddl.error().message, false};
    const QString note =
        ddl->reconstructed
            ? StatementWords::tr("Reconstructed from the catalog; the server keeps no "
                                 "text of its own.")
            : StatementWords::tr("The server's own text.");
    return {ddl->text, note, ddl->reconstructed};
}

} // namespace cadastre
