// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is asked of a person. What is only shown is in boundary_dialogs_show.cpp.
#include "app/boundary_dialogs.h"

#include "model/boundaries/boundary_edits.h"
#include "model/boundaries/import/owner_import.h"
#include "widgets/boundary_panel.h"
#include "widgets/exposure_form.h"
#include "widgets/pages_dialog.h"
#include "widgets/suggest_dialog.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QRegularExpression>

namespace cadastre {

namespace {

constexpr qint64 largestOwnersFile = 16 * 1024 * 1024;

Result<QByteArray> ownersFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{BoundaryDialogs::tr("%1 cannot be read.").arg(QFileInfo(path).fileName()),
                     file.errorString()};
    if (file.size() > largestOwnersFile)
        return Error{BoundaryDialogs::tr("%1 is too large for a list of owners.")
                         .arg(QFileInfo(path).fileName()),
                     path};
    return file.readAll();
}

/// What the names end in, where all of them end in the same: "v2" of v_products_v2.
QString proposedVersion(const Catalog& catalog, const std::vector<TableId>& tables)
{
    static const QRegularExpression ending(QStringLiteral("_(v[0-9]{1,9})$"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString version;
    for (const TableId table : tables) {
        const QString found = ending.match(catalog.table(table).name).captured(1).toLower();
        if (found.isEmpty() || (!version.isEmpty() && found != version))
            return QStringLiteral("v1");
        version = found;
    }
    return version;
}

/// What the file says over what is known; who has no members left by it is removed.
Result<OwnerImport> importOver(const QByteArray& text, const Catalog& catalog,
                               const Boundaries& known, const QString& fileName)
{
    Result<OwnerImport> import = importOwners(text, catalog, known, fileName);
    if (!import)
        return import;
    for (const auto& [name, before] : known.entries) {
        const auto& entries = import->boundaries.entries;
        const auto after = entries.find(name);
        const bool emptied = after != entries.end() && !before.members.isEmpty() &&
                             after->second.members.isEmpty() && after->second.roles.isEmpty();
        const bool around = std::ranges::any_of(
            entries, [&name = name](const auto& entry) { return entry.second.parent == name; });
        if (!emptied || around)
            continue;
        import->boundaries = withoutBoundary(import->boundaries, name);
        import->notes << BoundaryDialogs::tr("%1 has no members left and is removed.").arg(name);
    }
    return import;
}

} // namespace

BoundaryDialogs::BoundaryDialogs(QWidget* window, BoundaryFlow* flow, Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_flow(flow)
    , m_settings(settings)
{
}

void BoundaryDialogs::suggest()
{
    const BoundaryStatePointer state = m_flow->state();
    if (state->catalog->isEmpty())
        return;
    Q_EMIT started(tr("Looking for boundaries…"));
    m_suggestJob.start(
        [state](const std::atomic_bool&) {
            SuggestOptions options;
            options.minimumConfidence = state->minimumConfidence;
            options.relationships = state->relationships.get();
            options.uses = state->uses.get();
            return suggestBoundaries(*state->catalog, options);
        },
        [this, state](const std::vector<ProposedBoundary>& proposals) {
            Q_EMIT ended();
            auto* dialog = new SuggestDialog(state->catalog, proposals, m_window);
            connect(dialog, &SuggestDialog::editRequested, m_flow, &BoundaryFlow::edit);
            connect(dialog, &SuggestDialog::emptyRequested, this, [this] { make({}); });
            dialog->open();
        });
}

void BoundaryDialogs::importOwners()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Import owners"), m_settings->folder(),
                        tr("Owners (*.csv *.tsv *.txt CODEOWNERS *.yml *.yaml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BoundaryDialogs::importFile);
    dialog->open();
}

void BoundaryDialogs::importFile(const QString& path)
{
    m_settings->setFolder(QFileInfo(path).path());
    m_readJob.start([path](const std::atomic_bool&) { return ownersFile(path); },
                    [this, path](const Result<QByteArray>& bytes) { showImport(path, bytes); });
}

void BoundaryDialogs::showImport(const QString& path, const Result<QByteArray>& bytes)
{
    if (!bytes) {
        tell(MessageLevel::Error, bytes.error());
        return;
    }
    const QString fileName = QFileInfo(path).fileName();
    const std::shared_ptr<const Catalog> catalog = m_flow->state()->catalog;
    const Result<OwnerImport> import = importOver(*bytes, *catalog, m_flow->document(), fileName);
    if (!import) {
        tell(MessageLevel::Error, import.error());
        return;
    }
    PagesDialog* dialog =
        showPages(tr("Import owners"),
                  tr("%1 says who owns %2. What it names leaves the boundary that had it; "
                     "everything else stays. It can be undone.")
                      .arg(fileName, tr("%Ln objects and patterns", nullptr,
                                        static_cast<int>(import->members))));
    dialog->addText(tr("Notes"),
                    import->notes.isEmpty() ? tr("Everything in the file could be used.")
                                            : import->notes.join(QLatin1Char('\n')),
                    QStringLiteral("import-notes.txt"));
    dialog->setAcceptText(tr("&Import"));
    connect(dialog, &QDialog::accepted, this, [this, catalog, content = *bytes, fileName] {
        BoundaryEdit edit;
        edit.name = tr("Import owners from %1").arg(fileName);
        edit.catalog = catalog;
        edit.apply = [catalog, content, fileName](const Boundaries& known) -> Result<Boundaries> {
            const Result<OwnerImport> again = importOver(content, *catalog, known, fileName);
            if (!again)
                return again.error();
            return again->boundaries;
        };
        m_flow->edit(edit);
    });
}

void BoundaryDialogs::askName(const QString& title, const QString& label, const QString& text,
                              const std::function<void(const QString&)>& take)
{
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    dialog->resize(380, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [take](const QString& entered) { take(entered.trimmed()); });
    dialog->open();
}

void BoundaryDialogs::publish(const std::vector<TableId>& tables)
{
    const std::shared_ptr<const Catalog> catalog = m_flow->state()->catalog;
    askName(tr("Publish as contract"),
            tr("Version, such as v1 (may be empty). Others may read what is a contract."),
            proposedVersion(*catalog, tables), [this, catalog, tables](const QString& version) {
                m_flow->edit(exposeEdit(catalog, tables, {Exposure::Contract, version, {}}));
            });
}

void BoundaryDialogs::merge(const QString& boundary)
{
    QStringList others;
    for (const auto& [name, entry] : m_flow->document().entries) {
        if (name != boundary)
            others << name;
    }
    if (others.isEmpty())
        return;
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Merge boundaries"));
    dialog->setLabelText(tr("%1 becomes a part of").arg(boundary));
    dialog->setComboBoxItems(others);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, boundary](const QString& into) {
        BoundaryEdit edit;
        edit.name = tr("Merge %1 into %2").arg(boundary, into);
        edit.apply = [boundary, into](const Boundaries& before) -> Result<Boundaries> {
            return withBoundariesMerged(before, boundary, into);
        };
        m_flow->edit(edit);
    });
    dialog->open();
}

} // namespace cadastre
