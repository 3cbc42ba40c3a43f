// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// fit CORPUS SNAPSHOTS OUT: experiments
#include "tests/fit/trainer.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cmath>
#include <cstdio>

using namespace cadastre;
using namespace cadastre::fit;

namespace {

struct Quality { double p=0, r=0, f=0; int tp=0, fp=0, n=0; };

Quality judge(const PreparedSchema& schema, const SchemaExamples& examples, const PassWeights& weights, double threshold, FILE* out)
{
    Quality q; q.n = examples.references;
    const Catalog& c = *schema.truth.catalog;
    auto tname=[&](ColumnId id) -> QString { const Table& t=c.table(c.column(id).table); QString s=c.schema(t.schema).name; return (s==QLatin1String("public")?QString():QString(s+QLatin1Char('.')))+t.name; };
    for (const Example& e : examples.examples) {
        const auto p = candidateProbabilities(e.features, weights);
        int best = 0;
        for (int i = 1; i < (int)p.size(); ++i) if (p[i] > p[best]) best = i;
        if (out && p[best] > 0.02)
            fprintf(out, "%s\t%s\t%s\t%s\t%.4f\n", qPrintable(tname(e.child)), qPrintable(c.column(e.child).name), qPrintable(tname(e.keys[best])), qPrintable(c.column(e.keys[best]).name), p[best]);
        if (!e.counts || p[best] < threshold) continue;
        if (schema.truth.forgotten.value(e.child).contains(e.keys[best])) continue;
        if (schema.truth.keysOf.value(e.child).contains(e.keys[best])) ++q.tp; else ++q.fp;
    }
    q.p = q.tp + q.fp ? double(q.tp) / (q.tp + q.fp) : 1;
    q.r = q.n ? double(q.tp) / q.n : 1;
    q.f = q.p + q.r > 0 ? 2 * q.p * q.r / (q.p + q.r) : 0;
    return q;
}

void report(const char* title, const std::vector<std::unique_ptr<PreparedSchema>>& prepared, const std::vector<SchemaExamples>& ex, const std::vector<PassWeights>& w, double threshold, bool each, const QString& dir)
{
    double P=0,R=0,F=0;
    for (size_t i=0;i<ex.size();++i) {
        FILE* out=nullptr;
        if (!dir.isEmpty()) { QDir().mkpath(dir); out=fopen(qPrintable(dir+QLatin1Char('/')+ex[i].name+QStringLiteral(".tsv")),"w"); fprintf(out,"child_table\tchild_columns\tparent_table\tparent_columns\tconfidence\n"); }
        const Quality q = judge(*prepared[i], ex[i], w[i], threshold, out);
        if (out) fclose(out);
        if (each) printf("%-18s n %4d prop %4d P %.3f R %.3f F %.3f\n", qPrintable(ex[i].name), q.n, ex[i].proposed, q.p, q.r, q.f);
        P+=q.p;R+=q.r;F+=q.f;
    }
    double n=ex.size();
    printf("%s @%.2f macro P %.4f R %.4f F1 %.4f\n", title, threshold, P/n,R/n,F/n);
}
}

static PassWeights fitBoth(const std::vector<SchemaExamples>& ex, const PassWeights* start, const TrainingOptions& o) { auto w = trainSingle(ex, start, o); return o.rounds ? trainPairs(ex, w, o) : w; }
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    QElapsedTimer t; t.start();
    auto corpus = readCorpus(args[1], args[2]);
    if (!corpus) { fprintf(stderr, "%s\n", qPrintable(corpus.error().message)); return 2; }
    printf("read %lld ms\n", t.restart());
    std::vector<std::unique_ptr<PreparedSchema>> prepared;
    std::vector<SchemaExamples> first;
    for (const CorpusSchema& s : *corpus) {
        prepared.push_back(std::make_unique<PreparedSchema>(s));
        first.push_back(makeExamples(*prepared.back(), nullptr));
    }
    double cov=0; size_t nex=0, npair=0;
    for (auto& s : first) { cov += s.references ? double(s.proposed)/s.references : 1; nex += s.examples.size(); for (auto&e:s.examples) npair+=e.keys.size(); }
    printf("candidates %lld ms, examples %zu pairs %zu, macro candidate recall %.4f\n", t.restart(), nex, npair, cov/first.size());
    TrainingOptions opt;
    if (qEnvironmentVariableIsSet("ROUNDS")) opt.rounds = qEnvironmentVariable("ROUNDS").toInt();
    if (qEnvironmentVariableIsSet("SHRINK")) opt.shrinkage = qEnvironmentVariable("SHRINK").toDouble();
    if (qEnvironmentVariableIsSet("LEAF")) opt.leafPenalty = opt.leastCurvature = qEnvironmentVariable("LEAF").toDouble();
    if (qEnvironmentVariableIsSet("RIDGE")) opt.ridge = qEnvironmentVariable("RIDGE").toDouble();
    const auto w1 = fitBoth(first, nullptr, opt);
    printf("train1 %lld ms\n", t.restart());
    std::vector<PassWeights> all(first.size(), w1), loo;
    report("pass1 fitted", prepared, first, all, 0.5, false, {});
    TrainingOptions warm = opt; warm.iterations = 40;
    TrainingOptions second_ = opt; second_.rounds = qEnvironmentVariableIsSet("ROUNDS2") ? qEnvironmentVariable("ROUNDS2").toInt() : 60;
    auto crossed=[&](const std::vector<SchemaExamples>& ex, const PassWeights& start, const std::vector<PassWeights>* from = nullptr){
        std::vector<PassWeights> out(ex.size());
        const int folds = qEnvironmentVariableIntValue("FOLDS") ? qEnvironmentVariableIntValue("FOLDS") : (int)ex.size();
        for (int f=0; f<folds; ++f) {
            std::vector<SchemaExamples> part;
            for (int i=0;i<(int)ex.size();++i) if (i%folds!=f) part.push_back(ex[i]);
            const auto w = from ? trainPairs(part, (*from)[f], second_) : fitBoth(part, &start, warm);
            for (int i=f;i<(int)ex.size();i+=folds) out[i]=w;
        }
        return out; };
    loo = crossed(first, w1);
    printf("loo1 %lld ms\n", t.restart());
    for (double th : {0.35,0.4,0.45,0.5}) report("pass1 LOO", prepared, first, loo, th, th==0.5, th==0.5?args.value(3)+QStringLiteral("1"):QString());
    std::vector<SchemaExamples> second;
    std::vector<Habits> habits;
    for (size_t i = 0; i < first.size(); ++i) {
        habits.push_back(habitsFrom(*prepared[i], first[i], loo[i]));
        second.push_back(makeExamples(*prepared[i], &habits.back()));
    }
    cov=0; for (auto& s : second) cov += s.references ? double(s.proposed)/s.references : 1;
    printf("habits %lld ms, recall %.4f\n", t.restart(), cov/first.size());
    const auto w2 = trainPairs(second, w1, second_);
    std::vector<PassWeights> all2(second.size(), w2), loo2;
    report("pass2 fitted", prepared, second, all2, 0.5, false, {});
    loo2 = crossed(second, w2, &loo);
    for (double th : {0.3,0.35,0.4,0.45}) report("pass2 LOO", prepared, second, loo2, th, false, {});
    report("pass2 LOO", prepared, second, loo2, 0.5, true, args.value(3));
    printf("done %lld ms\n", t.restart());
    if (qEnvironmentVariableIsSet("DUMP")) {
        FILE* d = fopen("/tmp/dump.txt","w");
        for (size_t i=0;i<second.size();++i) for (size_t j=0;j<second[i].examples.size();++j) { const auto& e=second[i].examples[j]; if(!e.counts) continue; for (size_t k=0;k<e.keys.size();++k) { fprintf(d,"%zu %zu %d",i,j,(int)k==e.right); for(int f:e.features[k]) fprintf(d," %d",f); fprintf(d,"\n"); } }
        fclose(d);
    }
    FILE* wf = fopen("/tmp/weights.txt","w");
    for (int i=0;i<featureNames().size();++i) fprintf(wf,"%.3f\t%.3f\t%s\n", w1.single[i], w2.single[i], qPrintable(featureNames()[i]));
    fclose(wf);
    return 0;
}
