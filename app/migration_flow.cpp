// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/migration_flow.h"

#include "model/notes/comment_file.h"
#include "model/replace_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace cadastre {

namespace {

QString fileCount(std::size_t count)
{
    return MigrationFlow::tr("%Ln files", nullptr, static_cast<int>(count));
}

} // namespace

QString migrationTemplateFolder()
{
    return QFileInfo(settingsPath()).path() + QStringLiteral("/migrations");
}

Result<Nothing> writeMigrationFiles(const QString& folder, const std::vector<MigrationFile>& files)
{
    if (!QDir().mkpath(folder))
        return Error{MigrationFlow::tr("The folder %1 cannot be made.").arg(folder), {}};
    const QDir place(folder);
    for (const MigrationFile& file : files) {
        if (QFileInfo::exists(place.filePath(file.name)))
            return Error{MigrationFlow::tr("%1 is there already: choose another title or folder.")
                             .arg(place.filePath(file.name)),
                         {}};
    }
    for (const MigrationFile& file : files) {
        if (const auto written = replaceFile(place.filePath(file.name), file.content); !written)
            return written;
    }
    return ok();
}

MigrationFlow::MigrationFlow(QWidget* window, Settings* settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
{
}

void MigrationFlow::tell(MessageLevel level, const QString& text, const QString& detail)
{
    Q_EMIT message({MessageTopic::Export, level, text, detail, {}});
}

void MigrationFlow::exportMigration(const PendingSource& source, Engine engine)
{
    MigrationQuestion question;
    question.facts = {tr("describe %1").arg(source.name), QDateTime::currentDateTimeUtc(), engine};
    for (const PendingRow& row : source.rows) {
        if (row.planned)
            question.comments.push_back(*row.planned);
    }
    if (question.comments.empty()) {
        tell(MessageLevel::Warning,
             source.planProblem.isEmpty()
                 ? tr("Nothing of what is ticked can be written as a migration.")
                 : tr("A migration needs the exact SQL, which could not be made: %1")
                       .arg(source.planProblem));
        return;
    }
    question.folder = m_settings->migrationFolder();
    question.templateName = m_settings->migrationTemplate();
    question.templateFolder = migrationTemplateFolder();
    m_templatesJob.start(
        [folder = question.templateFolder](const std::atomic_bool&) {
            return migrationTemplates(QFileInfo::exists(folder) ? folder : QString());
        },
        [this, question](const Result<std::vector<MigrationTemplate>>& templates) mutable {
            if (!templates || templates->empty()) {
                const QString why = templates ? tr("There is no template for migrations.")
                                              : templates.error().message;
                tell(MessageLevel::Error, why, templates ? QString() : templates.error().detail);
                return;
            }
            question.templates = *templates;
            openDialog(question);
        });
}

void MigrationFlow::openDialog(const MigrationQuestion& question)
{
    m_dialog = new MigrationDialog(question, m_window);
    connect(m_dialog, &MigrationDialog::folderRequested, this, &MigrationFlow::chooseFolder);
    connect(m_dialog, &MigrationDialog::writeRequested, this, &MigrationFlow::write);
    m_dialog->open();
}

void MigrationFlow::chooseFolder()
{
    auto* chooser =
        new QFileDialog(m_dialog, tr("Folder of the migrations"), m_dialog->folderField()->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(
        chooser, &QFileDialog::fileSelected, m_dialog,
        [dialog = m_dialog.data()](const QString& path) { dialog->folderField()->setText(path); });
    chooser->open();
}

void MigrationFlow::write(const QString& templateName, const QString& folder,
                          const std::vector<MigrationFile>& files)
{
    m_settings->setMigration(templateName, folder);
    m_writeJob.start(
        [folder, files](const std::atomic_bool&) { return writeMigrationFiles(folder, files); },
        [this, folder, count = files.size()](const Result<Nothing>& result) {
            takeWritten(result, folder, count);
        });
}

void MigrationFlow::takeWritten(const Result<Nothing>& result, const QString& folder,
                                std::size_t files)
{
    if (!result) {
        if (m_dialog)
            m_dialog->showProblem(result.error().message);
        else
            tell(MessageLevel::Error, result.error().message, result.error().detail);
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    tell(MessageLevel::Info,
         tr("Wrote %1 to %2. The comments stay pending until the migration was applied; they leave "
            "the list when the database is read after that.")
             .arg(fileCount(files), folder));
}

void MigrationFlow::exportCommentFile(std::shared_ptr<const Catalog> catalog,
                                      const std::vector<CommentEdit>& edits,
                                      const QString& suggestedName)
{
    auto* dialog = new QFileDialog(m_window, tr("Export as comment file"), m_settings->folder(),
                                   tr("Comment files (*.comments.sql);;SQL files (*.sql)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName % QStringLiteral(".comments.sql"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, catalog = std::move(catalog), edits](const QString& path) {
                m_settings->setFolder(QFileInfo(path).path());
                writeCommentFile(catalog, edits, path);
            });
    dialog->open();
}

void MigrationFlow::writeCommentFile(const std::shared_ptr<const Catalog>& catalog,
                                     const std::vector<CommentEdit>& edits, const QString& path)
{
    writeFile(
        [catalog, edits]() -> Result<QByteArray> {
            const Result<QString> text = commentFileOf(*catalog, edits);
            if (!text)
                return text.error();
            return text->toUtf8();
        },
        path);
}

void MigrationFlow::saveText(const QString& text, const QString& fileName)
{
    auto* dialog = new QFileDialog(m_window, tr("Save as"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileName);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        m_settings->setFolder(QFileInfo(path).path());
        writeFile([text]() -> Result<QByteArray> { return text.toUtf8(); }, path);
    });
    dialog->open();
}

void MigrationFlow::writeFile(const std::function<Result<QByteArray>()>& content,
                              const QString& path)
{
    m_writeJob.start(
        [content, path](const std::atomic_bool&) -> Result<Nothing> {
            const Result<QByteArray> bytes = content();
            if (!bytes)
                return bytes.error();
            return replaceFile(path, *bytes);
        },
        [this, path](const Result<Nothing>& result) {
            if (result)
                tell(MessageLevel::Info, tr("Exported to %1.").arg(path));
            else
                tell(MessageLevel::Error, result.error().message, result.error().detail);
        });
}

} // namespace cadastre
