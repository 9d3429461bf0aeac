namespace Publish.LinearPrograms.Tests;

public class CertificateCheckTests
{
    [Fact]
    public void The_bound_is_never_beyond_the_exact_one_whatever_the_vector_and_close_to_it() => Assert.All(Enumerable.Range(0, 300), seed =>
    {
        var program = RandomProgram.Of(seed);
        var random = new Random(seed);
        double[] vector = [.. Enumerable.Range(0, program.RowCount).Select(_ => random.NextDouble() * 4 - 2)];

        var bound = CertificateCheck.ObjectiveBound(program, vector);

        var exact = ExactBound(program, vector);
        if (exact is null)
        {
            Assert.True(double.IsInfinity(bound));
            return;
        }

        if (double.IsFinite(bound))
        {
            var slack = (exact.Value - Rational.Of(bound)).Sign * (program.IsMaximised ? -1 : 1);
            Assert.True(slack >= 0, $"seed {seed}: {bound} is beyond the exact bound");
            Assert.True(Math.Abs(Approximate(exact.Value) - bound) <= 1e-9 * (1 + Math.Abs(bound)));
        }
    });

    [Fact]
    public void Where_all_variables_are_bounded_the_solver_s_vectors_prove_its_optima()
    {
        var proven = 0;
        for (var seed = 0; seed < 900; seed++)
        {
            var program = RandomProgram.Of(seed);
            var solution = Verified.Solve(program);
            if (solution.Status == LinearProgramStatus.Optimal && IsBounded(program))
            {
                var bound = CertificateCheck.ObjectiveBound(program, solution.RowDuals);
                var size = solution.Values.Select((value, variable) => Math.Abs(value * program.Cost(variable))).Sum();
                Assert.Equal(solution.Objective, bound, 1e-6 * (1 + size));
                proven++;
            }
        }

        Assert.InRange(proven, 200, 900);
    }

    [Fact]
    public void The_solver_s_Farkas_vectors_prove_that_nothing_is_feasible()
    {
        var proven = 0;
        for (var seed = 0; seed < 900; seed++)
        {
            var program = RandomProgram.Of(seed);
            var solution = Verified.Solve(program);
            if (solution.Status == LinearProgramStatus.Infeasible && IsBounded(program))
            {
                Assert.True(CertificateCheck.ProvesInfeasible(program, solution.RowDuals), $"seed {seed}");
                proven++;
            }
        }

        Assert.InRange(proven, 10, 900);
    }

    [Fact]
    public void A_vector_that_proves_nothing_is_not_taken_for_a_proof()
    {
        var program = new LinearProgram();
        program.AddVariable(0, 1, 1);
        program.AddRow(1, double.PositiveInfinity, [0], [1]);

        Assert.False(CertificateCheck.ProvesInfeasible(program, [1]));
        Assert.Equal(0, CertificateCheck.ObjectiveBound(program, [0]), 1e-12);
        Assert.Equal(1, CertificateCheck.ObjectiveBound(program, [1]), 1e-12);
        Assert.InRange(CertificateCheck.ObjectiveBound(program, [double.NaN]), -1e-12, 0);
    }

    private static bool IsBounded(LinearProgram program) =>
        Enumerable.Range(0, program.VariableCount).All(variable => double.IsFinite(program.Bounds(variable).Upper - program.Bounds(variable).Lower));

    /// <summary>The sum of the least (greatest) values of all terms, by fractions; none where one has no end.</summary>
    private static Rational? ExactBound(LinearProgram program, double[] vector)
    {
        var sign = program.IsMaximised ? -1 : 1;
        var terms = new List<(Rational Factor, double Lower, double Upper)>();
        var reduced = Enumerable.Range(0, program.VariableCount).Select(variable => Rational.Of(program.Cost(variable))).ToArray();
        var duals = vector.Select((dual, row) => HasBound(program.RowBounds(row), sign * dual) ? dual : 0).ToArray();
        foreach (var entry in program.Entries)
        {
            reduced[entry.Variable] -= Rational.Of(duals[entry.Row]) * Rational.Of(entry.Coefficient);
        }

        terms.AddRange(duals.Select((dual, row) => (Rational.Of(dual), program.RowBounds(row).Lower, program.RowBounds(row).Upper)));
        terms.AddRange(reduced.Select((price, variable) => (price, program.Bounds(variable).Lower, program.Bounds(variable).Upper)));
        var bound = Rational.Zero;
        foreach (var (factor, lower, upper) in terms.Where(term => !term.Factor.IsZero))
        {
            var end = factor.Sign * sign > 0 ? lower : upper;
            if (!double.IsFinite(end))
            {
                return null;
            }

            bound += factor * Rational.Of(end);
        }

        return bound;
    }

    private static bool HasBound((double Lower, double Upper) bounds, double price) =>
        double.IsFinite(price > 0 ? bounds.Lower : bounds.Upper);

    private static double Approximate(Rational value) =>
        Math.Exp(System.Numerics.BigInteger.Log(System.Numerics.BigInteger.Abs(value.Numerator)) - System.Numerics.BigInteger.Log(value.Denominator)) * value.Sign;
}
