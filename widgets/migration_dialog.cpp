// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/migration_dialog.h"

#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype shownMigration = 200000;

bool isInMigration(const PlannedComment& comment)
{
    return comment.refusal.isEmpty() && comment.place == CommentPlace::Database;
}

QPlainTextEdit* migrationPage(const QByteArray& content, QWidget* parent)
{
    auto* page = new QPlainTextEdit(parent);
    page->setReadOnly(true);
    page->setLineWrapMode(QPlainTextEdit::NoWrap);
    page->setTabChangesFocus(true);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const QString text = QString::fromUtf8(content);
    QString shown = withVisibleControls(text.left(shownMigration));
    if (text.size() > shownMigration)
        shown += MigrationDialog::tr("\n… cut here; the file has all of it");
    page->setPlainText(shown);
    return page;
}

} // namespace

MigrationDialog::MigrationDialog(MigrationQuestion question, QWidget* parent)
    : QDialog(parent)
    , m_question(std::move(question))
    , m_template(new QComboBox(this))
    , m_title(new QLineEdit(m_question.facts.title, this))
    , m_folder(new QLineEdit(m_question.folder, this))
    , m_preview(new QTabWidget(this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export as migration"));
    auto* layout = new QVBoxLayout(this);
    setUpFields();
    m_preview->setDocumentMode(true);
    m_preview->setAccessibleName(tr("Files"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_note);
    setUpButtons();
    resize(760, 560);
    makeFiles();
}

void MigrationDialog::setUpFields()
{
    for (const MigrationTemplate& format : m_question.templates)
        m_template->addItem(format.title, format.name);
    m_template->setCurrentIndex(std::max(0, m_template->findData(m_question.templateName)));
    m_template->setToolTip(
        tr("Templates of your own are files *.template in %1").arg(m_question.templateFolder));
    m_title->setToolTip(tr("What the change is about; becomes a part of the file's name"));
    auto* browse = new QToolButton(this);
    browse->setText(tr("&Choose…"));
    connect(browse, &QToolButton::clicked, this, &MigrationDialog::folderRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto* form = new QFormLayout;
    form->addRow(tr("&For"), m_template);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("Folder"), row);
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    connect(m_template, &QComboBox::currentIndexChanged, this, &MigrationDialog::makeFiles);
    connect(m_title, &QLineEdit::textChanged, this, &MigrationDialog::makeFiles);
    connect(m_folder, &QLineEdit::textChanged, this, &MigrationDialog::showFiles);
}

void MigrationDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("&Write the files"), QDialogButtonBox::AcceptRole);
    m_write->setIcon(themedIcon(QStringLiteral("export")));
    m_write->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT writeRequested(m_template->currentData().toString(), m_folder->text(), m_files);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void MigrationDialog::makeFiles()
{
    MigrationFacts facts = m_question.facts;
    facts.title = m_title->text().trimmed();
    const auto at = static_cast<std::size_t>(std::max(0, m_template->currentIndex()));
    auto made = makeMigration(m_question.templates[at], m_question.comments, facts);
    if (!made) {
        m_files.clear();
        showFiles();
        showProblem(made.error().message);
        return;
    }
    m_files = *std::move(made);
    showFiles();
}

void MigrationDialog::showFiles()
{
    if (m_preview->property("made").toString() != m_title->text() % m_template->currentText() ||
        m_files.empty()) {
        m_preview->setProperty("made", QString(m_title->text() % m_template->currentText()));
        while (m_preview->count() > 0)
            delete m_preview->widget(0);
        for (const MigrationFile& file : m_files)
            m_preview->addTab(migrationPage(file.content, m_preview), file.name);
    }
    const auto inside = std::ranges::count_if(m_question.comments, isInMigration);
    const auto all = static_cast<qint64>(m_question.comments.size());
    QString note = tr("%1 in %2.")
                       .arg(tr("%Ln comments", nullptr, static_cast<int>(inside)),
                            tr("%Ln files", nullptr, static_cast<int>(m_files.size())));
    if (inside < all)
        note += QLatin1Char(' ') %
                tr("%1 left out: they cannot be stored in the database, and are named in the file.")
                    .arg(QLocale().toString(static_cast<qlonglong>(all - inside)));
    m_note->setText(note);
    m_write->setEnabled(!m_files.empty() && inside > 0 && !m_folder->text().isEmpty());
}

QString MigrationDialog::note() const
{
    return m_note->text();
}

void MigrationDialog::showProblem(const QString& problem)
{
    m_note->setText(problem);
}

} // namespace cadastre
