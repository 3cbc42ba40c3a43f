// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What belongs to a whole source: its marks, the batches that were sent to it, the place of its
// comment file.
#include "app/audit_book.h"
#include "app/comment_journals.h"
#include "app/pending_desk.h"
#include "app/workspace_flow.h"
#include "widgets/audit_dialog.h"
#include "widgets/icons.h"
#include "widgets/pending_panel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>

#include <algorithm>

namespace cadastre {

namespace {

struct AuditFile
{
    QString path;
    QString source;
};

/// All batches of these files by time. Fails with the first that cannot be read.
Result<std::vector<AuditBatch>> readBatches(const std::vector<AuditFile>& files)
{
    std::vector<AuditBatch> all;
    for (const AuditFile& file : files) {
        auto batches = readAuditOf(file.path, file.source);
        if (!batches)
            return batches.error();
        std::ranges::move(*batches, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, &AuditBatch::started);
    return all;
}

} // namespace

void PendingDesk::fillSourceMenu(QMenu* menu, ObjectRef source)
{
    const QString name = m_sources->facts().catalog->base(source).name;
    const SourceMarks marks = marksOf(name);
    const auto mark = [&](const QString& text, bool SourceMarks::*which) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(marks.*which);
        connect(action, &QAction::triggered, this, [this, name, which](bool marked) {
            SourceMarks changed = marksOf(name);
            changed.*which = marked;
            setMarks(name, changed);
        });
    };
    menu->addSeparator();
    mark(tr("&Production: ask before writing"), &SourceMarks::production);
    mark(tr("R&ead only: never write, only migrations"), &SourceMarks::readOnly);
    menu->addAction(tr("&Names that mean production…"), this, &PendingDesk::askPatterns);
    menu->addAction(themedIcon(QStringLiteral("undo")), tr("&Undo an applied batch…"), this,
                    &PendingDesk::chooseBatch);
}

/// Of the workspace, and what was marked about the same database elsewhere on this machine.
SourceMarks PendingDesk::marksOf(const QString& source) const
{
    SourceMarks marks = m_workspace != nullptr ? m_workspace->marks(source) : SourceMarks{};
    if (const LoadedSource* loaded = m_flow->openSource(source)) {
        const SourceMarks kept = m_settings->marksAt(stageLocation(loaded->request.address));
        marks.readOnly = marks.readOnly || kept.readOnly;
        marks.production = marks.production || kept.production;
    }
    return marks;
}

/// What a workspace marks holds also where its database is opened without it.
void PendingDesk::rememberMarks()
{
    if (m_workspace == nullptr)
        return;
    for (const LoadedSource& source : m_sources->sources())
        m_settings->setMarksAt(stageLocation(source.request.address), marksOf(source.request.name));
}

void PendingDesk::setMarks(const QString& source, const SourceMarks& marks)
{
    if (const LoadedSource* loaded = m_flow->openSource(source))
        m_settings->setMarksAt(stageLocation(loaded->request.address), marks);
    m_workspace->setMarks(source, marks);
    updateMarks();
}

void PendingDesk::askPatterns()
{
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Names that mean production"));
    dialog->setLabelText(tr("A host or database is production where one of these is a word of its "
                            "name; with * or ? where it matches the whole name. One per line."));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(m_settings->productionPatterns().join(QLatin1Char('\n')));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        QStringList patterns;
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty())
                patterns << line.trimmed();
        }
        m_settings->setProductionPatterns(patterns);
        m_flow->setProductionPatterns(patterns);
        updateMarks();
    });
    dialog->open();
}

void PendingDesk::chooseBatch()
{
    std::vector<AuditFile> files;
    for (const LoadedSource& source : m_sources->sources()) {
        if (source.request.address.kind != AddressKind::Snapshot)
            files.push_back({auditPathOf(source.request.address), source.request.name});
    }
    const QString place = files.empty()       ? QString()
                          : files.size() == 1 ? files.front().path
                                              : QFileInfo(files.front().path).path();
    m_auditJob.start([files](const std::atomic_bool&) { return readBatches(files); },
                     [this, place](const Result<std::vector<AuditBatch>>& batches) {
                         showBatches(batches, place);
                     });
}

void PendingDesk::showBatches(const Result<std::vector<AuditBatch>>& batches, const QString& place)
{
    if (!batches) {
        tell(MessageLevel::Error, batches.error().message, batches.error().detail);
        return;
    }
    m_auditDialog = new AuditDialog(*batches, place, m_window);
    connect(m_auditDialog, &AuditDialog::undoRequested, this, &PendingDesk::undoBatch);
    m_auditDialog->open();
}

void PendingDesk::undoBatch(const AuditBatch& batch)
{
    std::vector<CommentEdit> edits = undoOf(batch);
    const auto busy = std::erase_if(edits, [this](const CommentEdit& edit) {
        return m_comments->staged().find(edit.key) != nullptr; // a person's words stay
    });
    const QString count = tr("%Ln comments", nullptr, static_cast<int>(edits.size()));
    if (edits.empty()) {
        tell(MessageLevel::Warning,
             tr("All comments of this batch have pending edits: apply or discard those first."));
        return;
    }
    if (const auto staged = m_comments->stage(edits, tr("taking back %1").arg(count)); !staged) {
        take(staged);
        return;
    }
    QString told =
        tr("%1 staged to take it back; apply what is ticked below to send it.").arg(count);
    if (busy > 0)
        told += QLatin1Char(' ') % tr("%1 of this batch have pending edits and were left out.")
                                       .arg(QLocale().toString(static_cast<qlonglong>(busy)));
    tell(busy > 0 ? MessageLevel::Warning : MessageLevel::Info, told);
    m_undoing = Undoing{batch.id, batch.source, edits};
    std::vector<ObjectKey> keys;
    for (const CommentEdit& edit : edits)
        keys.push_back(edit.key);
    showPanel();
    if (m_panel != nullptr)
        m_panel->choose(keys);
    m_flow->plan();
}

void PendingDesk::chooseSidecar(const QString& source)
{
    const LoadedSource* loaded = m_flow->openSource(source);
    if (loaded == nullptr)
        return;
    const QString present = m_sources->sidecarPath(loaded->request);
    auto* dialog = new QFileDialog(m_window, tr("Place of the comment file of %1").arg(source),
                                   present.isEmpty() ? m_settings->folder() : present,
                                   tr("Comment files (*.comments.sql)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // what is there is read, not replaced
    dialog->selectFile(present.isEmpty() ? QString(source % QStringLiteral(".comments.sql"))
                                         : QFileInfo(present).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, source](const QString& path) { placeSidecar(source, path); });
    dialog->open();
}

void PendingDesk::placeSidecar(const QString& source, const QString& path)
{
    const LoadedSource* loaded = m_flow->openSource(source);
    if (loaded == nullptr)
        return;
    m_settings->setSidecarPlace(stageLocation(loaded->request.address), path);
    m_sources->refresh(source); // what is written there already is read from there
    tell(MessageLevel::Info, tr("Comments of %1 that its engine cannot store go into %2 from now "
                                "on, on this machine.")
                                 .arg(source, path));
}

} // namespace cadastre
