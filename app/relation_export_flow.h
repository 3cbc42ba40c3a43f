// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Exports the relationships that a person confirmed or added: asks for a file and its format,
// prints off the UI thread, writes it whole or not at all. The formats are those of model/export.
#pragma once

#include "app/catalog_facts.h"
#include "app/newest_job.h"
#include "app/settings.h"
#include "model/export/relation_formats.h"
#include "widgets/message_bar.h"

namespace cadastre {

/// What is to be exported: the decided ones of the facts, with what checks with data said.
struct DecidedExport
{
    std::shared_ptr<const Catalog> catalog;
    std::vector<Relationship> relationships;
    std::vector<std::optional<Verification>> verifications; ///< parallel, or empty
};

class RelationExportFlow : public QObject
{
    Q_OBJECT
public:
    RelationExportFlow(QWidget* window, Settings* settings);

    /// Asks for a file; `suggestedName` has no ending.
    void exportAs(const DecidedExport& decided, const QString& suggestedName);
    void exportTo(const DecidedExport& decided, const RelationFormat& format, const QString& path);

Q_SIGNALS:
    void message(const cadastre::Message& message);

private:
    QWidget* m_window;
    Settings* m_settings;
    NewestJob<Result<Nothing>> m_job;
};

} // namespace cadastre
