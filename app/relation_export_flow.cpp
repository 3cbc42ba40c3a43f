// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/relation_export_flow.h"

#include "model/replace_file.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

/// Formats of decisions first: they are what is asked for here.
std::vector<RelationFormat> formatsForDecisions()
{
    std::vector<RelationFormat> formats = relationFormats();
    std::ranges::stable_partition(formats, &RelationFormat::ofDecisions);
    return formats;
}

QString filterOf(const RelationFormat& format)
{
    return QStringLiteral("%1 (*.%2)").arg(format.title, format.ending);
}

} // namespace

RelationExportFlow::RelationExportFlow(QWidget* window, Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
}

void RelationExportFlow::exportAs(const DecidedExport& decided, const QString& suggestedName)
{
    if (decided.relationships.empty()) {
        Q_EMIT message({MessageTopic::Export,
                        MessageLevel::Info,
                        tr("Nothing was exported: no relationship is confirmed or added yet."),
                        {},
                        {}});
        return;
    }
    const std::vector<RelationFormat> formats = formatsForDecisions();
    QStringList filters;
    for (const RelationFormat& format : formats)
        filters << filterOf(format);
    auto* dialog =
        new QFileDialog(m_window, tr("Export decided relationships"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formats.front().ending);
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, formats, filters](const QString& filter) {
                dialog->setDefaultSuffix(
                    formats[std::max<qsizetype>(0, filters.indexOf(filter))].ending);
            });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, decided, formats, filters](const QString& path) {
                m_settings->setFolder(QFileInfo(path).path());
                const qsizetype chosen = filters.indexOf(dialog->selectedNameFilter());
                exportTo(decided, formats[std::max<qsizetype>(0, chosen)], path);
            });
    dialog->open();
}

void RelationExportFlow::exportTo(const DecidedExport& decided, const RelationFormat& format,
                                  const QString& path)
{
    m_job.start(
        [decided, format, path](const std::atomic_bool&) {
            return replaceFile(path, format.print({*decided.catalog, decided.relationships,
                                                   decided.verifications}));
        },
        [this, path, count = decided.relationships.size()](const Result<Nothing>& result) {
            if (result)
                Q_EMIT message(
                    {MessageTopic::Export,
                     MessageLevel::Info,
                     tr("%1 exported to %2.")
                         .arg(tr("%Ln relationships", nullptr, static_cast<int>(count)), path),
                     {},
                     {}});
            else
                Q_EMIT message({MessageTopic::Export,
                                MessageLevel::Error,
                                result.error().message,
                                result.error().detail,
                                {}});
        });
}

} // namespace cadastre
